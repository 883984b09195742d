package org.homeroom.tenancy;

import java.util.UUID;

/**
 * A school looks different now. Observe it after success: whoever remembers its look asks again.
 */
public record BrandChanged(UUID schoolId) {}
