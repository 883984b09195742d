package org.homeroom.audit;

/**
 * One deed, as the audit keeps it.
 *
 * @param action what was done, such as {@code payroll.run.reversed}
 * @param subjectType what it was done to, such as {@code pay_run}
 * @param subjectId which one, null for none in particular
 * @param before the state before as JSON, null when there was none
 * @param after the state after as JSON, null when there is none
 */
public record AuditEntry(
        String action, String subjectType, String subjectId, String before, String after) {}
