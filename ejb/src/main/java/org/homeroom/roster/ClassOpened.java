package org.homeroom.roster;

import java.util.UUID;

/** A class exists from now on. Fired inside the transaction that opens it. */
public record ClassOpened(UUID schoolId, UUID classId, String currency) {}
