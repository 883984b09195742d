package org.homeroom.attendance;

import java.time.Instant;
import java.util.UUID;

/** A student has been tapped in or out. Fired inside the transaction; observe it after success. */
public record Tapped(UUID schoolId, UUID classId, UUID studentId, TapAction action, Instant at) {}
