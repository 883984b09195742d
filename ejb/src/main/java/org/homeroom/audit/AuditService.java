package org.homeroom.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Personal;

/** Records deeds in the running transaction. Open to every service; nothing can be read here. */
@Stateless
@PermitAll
public class AuditService {

    @Inject AuditRepository entries;
    @Inject AuditStates states;

    /**
     * Records what whoever is at work on this thread did.
     *
     * @param action dotted and in the past tense, such as {@code payroll.run.reversed}
     * @param subjectType what it was done to, such as {@code pay_run}
     * @param subjectId which one, null for none in particular
     * @param before what it was before, null when it did not exist; never secrets, and what tells
     *     of a person as {@link Personal}, which is sealed
     * @param after what it is now, null when it is gone; never secrets
     */
    public void record(
            String action,
            String subjectType,
            Object subjectId,
            Map<String, ?> before,
            Map<String, ?> after) {
        String subject = Objects.toString(subjectId, null);
        entries.add(
                new AuditEntry(
                        action,
                        subjectType,
                        subject,
                        states.write(subject, before),
                        states.write(subject, after)));
    }

    /** Records what an account's owner did who is about to come in, and so is nobody here yet. */
    public void recordBy(UUID account, String action, Map<String, ?> after) {
        Origin before = Origin.current();
        Origin.bind(before.by(account));
        try {
            record(action, "account", account, null, after);
        } finally {
            Origin.bind(before);
        }
    }

    /**
     * Records what happens again and again, such as a look, unless the same person did it to the
     * same subject since then.
     */
    public void recordOnceSince(
            Instant since,
            String action,
            String subjectType,
            Object subjectId,
            Map<String, ?> after) {
        String subject = Objects.toString(subjectId, null);
        AuditEntry entry =
                new AuditEntry(action, subjectType, subject, null, states.write(subject, after));
        if (!entries.didSince(entry, since)) {
            entries.add(entry);
        }
    }

    /** Counts the entries that a person made or that are about one. */
    public long countOf(UUID account) {
        return entries.countOf(account);
    }
}
