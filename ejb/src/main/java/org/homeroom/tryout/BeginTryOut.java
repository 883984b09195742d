package org.homeroom.tryout;

import java.util.UUID;

/**
 * How a try-out begins.
 *
 * @param classId the class whose rules hold
 * @param checking what the student has to begin with, minor units, not negative
 * @param savings likewise
 */
public record BeginTryOut(UUID classId, long checking, long savings) {}
