package org.homeroom.roster;

import java.util.List;

/**
 * Who follows a pupil.
 *
 * @param codes those that may still be taken, the newest first
 */
public record Family(StudentRef student, List<Guardian> guardians, List<GuardianCode> codes) {}
