package org.homeroom.tenancy;

import java.time.Instant;
import java.util.UUID;

/**
 * A school that exists so that a teacher may be a student for some minutes (economy.md 13).
 *
 * @param ofSchool the teacher's school
 * @param teacherId the teacher's account there
 * @param endsAt when it is taken away
 */
public record TryOut(SchoolRef school, UUID ofSchool, UUID teacherId, Instant endsAt) {}
