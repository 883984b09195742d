package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets a class's teacher decide who follows its pupils. Nothing is sent: the teacher hands over a
 * code, which is good once, for fourteen days.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN})
public class GuardianService {

    /** How long a code is good. */
    public static final Duration LIFE = Duration.ofDays(14);

    private static final String SUBJECT = "student";

    @Inject RosterService roster;
    @Inject GuardianRepository guardians;
    @Inject Recognition recognition;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /**
     * Returns who follows a pupil of a class that the caller runs.
     *
     * @throws Refusal not found, when there is no such pupil there
     */
    public Family family(UUID classId, UUID studentId) {
        StudentRef student = student(classId, studentId);
        return new Family(
                student, guardians.guardians(studentId), guardians.open(studentId, clock.now()));
    }

    /** Makes a code for one more guardian. */
    public NewGuardianCode invite(UUID classId, UUID studentId) {
        student(classId, studentId);
        UUID id = Ids.next();
        String code = GuardianCodes.draw();
        Instant now = clock.now();
        Instant end = now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        byte[] hash = recognition.blind(GuardianCodes.subject(code));
        guardians.add(id, studentId, hash, CallerContext.require().accountId(), now, end);
        audit.record(
                "roster.guardian_code.made",
                SUBJECT,
                studentId,
                null,
                Map.of("code", id, "expires_at", end));
        return new NewGuardianCode(id, code, end);
    }

    /**
     * Takes a code back.
     *
     * @throws Refusal not found, when it was taken or is not this pupil's
     */
    public void revoke(UUID classId, UUID studentId, UUID codeId) {
        student(classId, studentId);
        if (!guardians.revoke(studentId, codeId, clock.now())) {
            throw Refusal.notFound();
        }
        audit.record(
                "roster.guardian_code.revoked", SUBJECT, studentId, Map.of("code", codeId), null);
    }

    /**
     * Ends that somebody follows the pupil, with their next request.
     *
     * @throws Refusal not found, when they do not follow this pupil
     */
    public void unlink(UUID classId, UUID studentId, UUID guardianId) {
        student(classId, studentId);
        if (!guardians.unlink(studentId, guardianId)) {
            throw Refusal.notFound();
        }
        audit.record(
                "roster.guardian.unlinked",
                SUBJECT,
                studentId,
                Map.of("guardian", guardianId),
                null);
    }

    /**
     * Changes how much a guardian sees, with their next request, and who is the first to turn to.
     *
     * @param rights {@code full}, {@code limited}, {@code supervised} or {@code none}
     * @throws Refusal not found, when they do not follow this pupil; naming {@code rights};
     *     CONFLICT when another guardian is the first
     */
    public Guardian change(
            UUID classId, UUID studentId, UUID guardianId, String rights, boolean primary) {
        student(classId, studentId);
        Guardian before = guardians.lock(studentId, guardianId).orElseThrow(Refusal::notFound);
        GuardianRights after =
                GuardianRights.of(rights)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.VALIDATION_ERROR,
                                                "rights",
                                                "Choose full, limited, supervised or none."));
        requirePrimary(studentId, guardianId, after, primary);
        guardians.change(studentId, guardianId, after, primary);
        audit.record(
                "roster.guardian.changed",
                SUBJECT,
                studentId,
                said(guardianId, before.rights(), before.primary()),
                said(guardianId, after, primary));
        return guardians.guardians(studentId).stream()
                .filter(one -> one.id().equals(guardianId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void requirePrimary(
            UUID studentId, UUID guardianId, GuardianRights rights, boolean primary) {
        if (primary && !rights.showsTime()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "primary",
                    "Who sees nothing is not the first to turn to.");
        }
        boolean taken =
                guardians.guardians(studentId).stream()
                        .anyMatch(one -> one.primary() && !one.id().equals(guardianId));
        if (primary && taken) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "primary",
                    "Another guardian is the first to turn to. Change that one first.");
        }
    }

    private static Map<String, Object> said(UUID guardian, GuardianRights rights, boolean primary) {
        return Map.of("guardian", guardian, "rights", rights.word(), "primary", primary);
    }

    private StudentRef student(UUID classId, UUID studentId) {
        return roster.student(roster.ownedClass(classId).id(), studentId);
    }
}
