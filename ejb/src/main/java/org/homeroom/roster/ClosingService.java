package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.ErasureReceipt;
import org.homeroom.identity.ErasureService;
import org.homeroom.identity.FreshProofService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * The administrator's side of teachers (economy.md 14): numbers, never pupils' names; and closing a
 * class or a teacher's account, when the teacher asked for it or has been away for half a year.
 * Students who have another class go on there; the money's history stays, because the journal is
 * append-only: what is closed is not deleted, and the receipt says so.
 */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
public class ClosingService {

    private static final String WORD = "DELETE";

    @Inject ClosingRepository closings;
    @Inject RosterRepository roster;
    @Inject ErasureService erasure;
    @Inject FreshProofService proof;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<RosterFilled> filled;
    @Inject Event<ClassClosed> closed;

    /** Returns the school in numbers. */
    public SchoolCounts counts() {
        return closings.counts();
    }

    /** Lists the teachers by name, with how many students each has in which period. */
    public List<TeacherLine> teachers() {
        return closings.teachers();
    }

    /** Lists what was closed, the newest first. */
    public List<Closing> closings() {
        return closings.closings();
    }

    /**
     * Closes a class of today.
     *
     * @param word the word DELETE, typed
     * @throws Refusal not found; CONFLICT when there is no reason to; naming {@code word}
     * @throws org.homeroom.identity.ProofNeeded when the caller signed in a while ago
     */
    public ErasureReceipt closeClass(UUID classId, String word) {
        ClassRef found = roster.byId(classId).orElseThrow(Refusal::notFound);
        requireSure(word);
        TeacherLine teacher =
                found.teacherId() == null ? null : closings.teacher(found.teacherId()).orElse(null);
        boolean requested =
                teacher != null
                        && (teacher.accountRequested()
                                || teacher.periods().stream()
                                        .anyMatch(
                                                one ->
                                                        one.classId().equals(classId)
                                                                && one.requested()));
        String ground =
                ClosingRules.ground(
                        requested, teacher == null ? null : teacher.lastSignIn(), clock.now());
        ErasureReceipt receipt = new ErasureReceipt();
        end(found, receipt);
        approve(found.teacherId(), classId);
        keep(found.teacherId(), classId, ground, receipt);
        return receipt;
    }

    /**
     * Closes every class of a teacher and deletes the account.
     *
     * @param word the word DELETE, typed
     * @throws Refusal as for {@link #closeClass}
     */
    public ErasureReceipt closeTeacher(UUID teacherId, String word) {
        TeacherLine teacher = closings.teacher(teacherId).orElseThrow(Refusal::notFound);
        requireSure(word);
        String ground =
                ClosingRules.ground(teacher.accountRequested(), teacher.lastSignIn(), clock.now());
        ErasureReceipt receipt = new ErasureReceipt();
        roster.taughtBy(teacherId).forEach(one -> end(one, receipt));
        approve(teacherId, null);
        receipt.add(erasure.erase(teacherId, word));
        keep(teacherId, null, ground, receipt);
        return receipt;
    }

    private void requireSure(String word) {
        if (!WORD.equals(word == null ? "" : word.strip())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "word", "Type " + WORD + " in capitals to go on.");
        }
        proof.require();
    }

    private void end(ClassRef found, ErasureReceipt receipt) {
        Instant now = clock.now();
        int before = roster.students(found.id()).size();
        List<UUID> orphans =
                new ArrayList<>(
                        closings.end(found.id(), now)
                                .orElseThrow(
                                        () ->
                                                new Refusal(
                                                        ErrorCode.CONFLICT,
                                                        "This class is closed already.")));
        receipt.went("classes", 1);
        receipt.went("seats that nobody claimed", closings.dropUnclaimed(found.id()));
        // Tapped out and out of the class's room before their names go.
        filled.fire(new RosterFilled(TenantContext.require(), List.of(found.id())));
        orphans.forEach(student -> erasure.erase(student, WORD));
        receipt.went("accounts of students without another class", orphans.size());
        receipt.stayed("students with another class", before - orphans.size(), "they go on there");
        closed.fire(new ClassClosed(found.id(), receipt));
    }

    private void approve(UUID teacherId, UUID classId) {
        UUID by = CallerContext.require().accountId();
        closings.of(teacherId).stream()
                .filter(DeletionRequest::isPending)
                .filter(one -> classId == null || classId.equals(one.classId()))
                .forEach(one -> closings.resolve(one.id(), "approved", by, clock.now()));
    }

    private void keep(UUID teacherId, UUID classId, String ground, ErasureReceipt receipt) {
        UUID id = Ids.next();
        UUID by = CallerContext.require().accountId();
        closings.keep(id, teacherId, classId, ground, by, clock.now(), receipt.json());
        audit.record(
                classId == null ? "roster.teacher.closed" : "roster.class.closed",
                classId == null ? "account" : "class",
                classId == null ? teacherId : classId,
                null,
                Map.of("ground", ground, "closing", id));
    }
}
