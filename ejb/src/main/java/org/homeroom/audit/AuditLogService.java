package org.homeroom.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Refusal;

/** Reads the audit of the school at hand, for those who answer for it. */
@Stateless
@RolesAllowed({"school_admin", "district_admin", "platform_admin", "operator"})
public class AuditLogService {

    /** The most entries of one answer. */
    public static final int LARGEST = 500;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject AuditRepository entries;
    @Inject SubjectNames names;
    @Inject AuditStates states;

    /**
     * Reads deeds on from a number, oldest first.
     *
     * @param after the number to go on from, 0 for the beginning
     * @throws Refusal validation error, when limit is not 1 to {@link #LARGEST}
     */
    public Feed<AuditRow> after(AuditSearch search, long after, int limit) {
        List<AuditRow> rows = entries.after(search, after, within(limit) + 1);
        boolean more = rows.size() > limit;
        List<AuditRow> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? Long.toString(shown.get(limit - 1).seq()) : null;
        return new Feed<>(shown.stream().map(this::opened).toList(), next);
    }

    /**
     * Reads deeds before a number, newest first.
     *
     * @param before the number to go back from, {@link Long#MAX_VALUE} for the newest
     * @throws Refusal validation error, when limit is not 1 to {@link #LARGEST}
     */
    public Feed<AuditRow> before(AuditSearch search, long before, int limit) {
        List<AuditRow> rows = entries.before(search, before, within(limit) + 1);
        boolean more = rows.size() > limit;
        List<AuditRow> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? Long.toString(shown.get(limit - 1).seq()) : null;
        return new Feed<>(shown.stream().map(this::opened).toList(), next);
    }

    /** Names what the deeds were done to, by id; what is gone or has no name is left out. */
    public Map<String, String> subjects(List<AuditRow> rows) {
        Set<UUID> ids =
                rows.stream()
                        .map(AuditRow::subjectId)
                        .filter(id -> id != null && ID.matcher(id).matches())
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
        Map<String, String> named = new HashMap<>();
        names.of(ids).forEach((id, name) -> named.put(id.toString(), name));
        return named;
    }

    /** Recomputes the school's chain of seals. */
    public AuditProof prove() {
        return entries.prove();
    }

    private AuditRow opened(AuditRow row) {
        return new AuditRow(
                row.seq(),
                row.at(),
                row.actorId(),
                row.actorName(),
                row.action(),
                row.subjectType(),
                row.subjectId(),
                states.read(row.subjectId(), row.before()),
                states.read(row.subjectId(), row.after()),
                row.requestId(),
                row.ip());
    }

    private static int within(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "limit", "limit goes from 1 to " + LARGEST + ".");
        }
        return limit;
    }
}
