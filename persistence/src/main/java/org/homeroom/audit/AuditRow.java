package org.homeroom.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A deed as the audit shows it.
 *
 * @param seq its number; later deeds of a school have higher ones
 * @param at when, to the microsecond
 * @param actorId who, null for the system or a visitor
 * @param actorName the actor's name, null when the account stands in another school
 * @param action what was done, such as {@code payroll.run.reversed}
 * @param subjectType what it was done to
 * @param subjectId which one, null for none in particular
 * @param before the state before as JSON, null when there was none
 * @param after the state after as JSON, null when there is none
 * @param requestId the number the person could quote, null outside a request
 * @param ip the client's address, null outside a request
 */
public record AuditRow(
        long seq,
        Instant at,
        UUID actorId,
        String actorName,
        String action,
        String subjectType,
        String subjectId,
        String before,
        String after,
        String requestId,
        String ip) {}
