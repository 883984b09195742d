package org.homeroom.roster;

import java.util.UUID;

/** A student has taken a seat in a class. Fired inside the transaction that claims it. */
public record SeatClaimed(UUID schoolId, UUID classId, UUID studentId) {}
