package org.homeroom.tenancy;

import java.util.UUID;

/**
 * A school was opened, changed, closed or opened again. Observe it after success: whoever remembers
 * something of the school looks again.
 *
 * @param active whether people may use it now
 */
public record SchoolChanged(UUID schoolId, boolean active) {}
