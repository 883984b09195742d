package org.homeroom.roster;

import java.util.UUID;

/**
 * A pupil as the family knows them.
 *
 * @param studentId the pupil's account
 * @param name such as {@code Wanjiru M.}
 * @param rights how much the guardian sees
 */
public record Child(UUID studentId, String name, GuardianRights rights) {}
