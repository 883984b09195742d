package org.homeroom.roster;

/**
 * Whether the students of a class may tap (domain/economy.md 4.5).
 *
 * @param enabled whether somebody may, or there is nobody yet
 * @param open how many seats may
 * @param closed how many may not
 */
public record Tapping(boolean enabled, int open, int closed) {}
