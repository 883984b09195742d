package org.homeroom.roster;

import java.time.Instant;

/**
 * A student of a class and the badge.
 *
 * @param issuedAt since when there is one, null for none
 */
public record BadgeLine(StudentRef student, Instant issuedAt) {}
