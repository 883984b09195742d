package org.homeroom.tenancy;

import java.util.UUID;

/** A school was given another time zone. Observe it after success. */
public record SchoolZoneMoved(UUID schoolId) {}
