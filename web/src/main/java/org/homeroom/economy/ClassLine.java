package org.homeroom.economy;

import java.util.UUID;

/**
 * A class in the teacher's list.
 *
 * @param students claimed seats
 * @param inNow how many of them are in
 * @param unpaidSeconds of all of them together
 * @param unpaidMinor what that is worth
 */
public record ClassLine(
        UUID id, String name, long students, long inNow, long unpaidSeconds, long unpaidMinor) {}
