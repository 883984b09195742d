package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.audit.AuditLogService;
import org.homeroom.audit.AuditRow;
import org.homeroom.audit.AuditSearch;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * Who looked at a student's record or took it out of the house. It stands in the audit, once for
 * each person and hour; looks at one's own record and at a whole class's board do not.
 */
@Stateless
@PermitAll
public class DisclosureService {

    private static final String ACTION = "disclosure";
    private static final Duration ONE_LOOK = Duration.ofHours(1);
    private static final int MOST = 100;

    @Inject AuditService audit;
    @Inject AuditLogService log;
    @Inject SchoolClock clock;

    /**
     * Notes that the caller sees something of a student's.
     *
     * @param what such as {@code person} or {@code account}
     */
    public void seen(UUID studentId, String what) {
        Caller caller = CallerContext.current();
        if (caller != null && !caller.accountId().equals(studentId)) {
            audit.recordOnceSince(
                    clock.now().minus(ONE_LOOK),
                    ACTION + ".seen",
                    "student",
                    studentId,
                    Map.of("what", what));
        }
    }

    /** Notes that the caller takes something of every student of the bound school out of it. */
    public void exported(String what) {
        UUID school = TenantContext.require();
        audit.record(ACTION + ".exported", "school", school, null, Map.of("what", what));
    }

    /** Lists the newest disclosures of a student's record, exports of the whole school included. */
    @RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
    public List<AuditRow> of(UUID studentId) {
        return Stream.concat(
                        rows(ACTION, studentId),
                        rows(ACTION + ".exported", TenantContext.require()))
                .sorted(Comparator.comparing(AuditRow::seq).reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<AuditRow> rows(String action, UUID subject) {
        AuditSearch search = new AuditSearch(null, action, subject.toString(), null, null);
        return log.before(search, Long.MAX_VALUE, MOST).rows().stream();
    }
}
