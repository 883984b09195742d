package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.SchoolClock;

/**
 * Gives students badges to sign in with, together with their PIN. The caller of each method has
 * checked that it is a student of theirs.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN})
public class BadgeService {

    private static final String SUBJECT = "account";

    @Inject BadgeRepository badges;
    @Inject KnownBrowserRepository browsers;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /**
     * Makes a badge and returns its code, this once. An older one is worth nothing any more, nor
     * what browsers know by it.
     */
    public String issue(UUID studentId) {
        String code = BadgeCode.draw();
        UUID by = CallerContext.require().accountId();
        badges.put(studentId, BadgeCode.hash(code), by, clock.now());
        browsers.forget(studentId);
        audit.record("identity.badge.issued", SUBJECT, studentId, null, null);
        return code;
    }

    /** Takes a badge back; false when the student has none. */
    public boolean revoke(UUID studentId) {
        boolean had = badges.drop(studentId);
        if (had) {
            browsers.forget(studentId);
            audit.record("identity.badge.revoked", SUBJECT, studentId, null, null);
        }
        return had;
    }

    /** Returns since when those of the students have a badge who have one. */
    public Map<UUID, Instant> issued(Collection<UUID> studentIds) {
        return badges.issued(studentIds);
    }
}
