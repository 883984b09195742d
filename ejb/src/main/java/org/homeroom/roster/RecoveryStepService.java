package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.AccountRecoveryService;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.SchoolClock;

/**
 * The steps of a recovery, each a transaction of its own, for {@link RecoveryService} and {@link
 * RecoveryHelpService}: hashes are computed between them, outside any.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RecoveryStepService {

    private static final String SUBJECT = "recovery";

    @Inject RecoveryRepository recoveries;
    @Inject Recognition recognition;
    @Inject AccountRecoveryService accounts;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns the one teacher of all these students who is prepared; empty for none or several. */
    public Optional<RecoveryProof> teacherOf(Collection<UUID> studentIds) {
        List<RecoveryProof> found = recoveries.teachersOf(studentIds);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Lists the teacher's periods of today that none of the students is in. */
    public List<String> periodsWithout(UUID teacherId, Collection<UUID> studentIds) {
        return recoveries.periodsWithout(teacherId, studentIds);
    }

    /** Counts the students in the teacher's classes of today. */
    public int studentsOf(UUID teacherId) {
        return recoveries.studentsOf(teacherId);
    }

    /** Returns the teacher's request that is under way; empty when there is none. */
    public Optional<RecoveryRow> running(UUID teacherId) {
        return recoveries.unsettled(teacherId).filter(found -> found.runs(clock.now()));
    }

    /**
     * Begins a request, or goes on with the one under way; its earlier token is good for nothing
     * then, and what was proved with it has to be proved again.
     */
    public RecoveryRow open(UUID teacherId, Collection<UUID> studentIds, String token) {
        Instant now = clock.now();
        byte[] hash = recognition.blind(token);
        Optional<RecoveryRow> before = recoveries.lockUnsettled(teacherId);
        before.filter(found -> !found.runs(now))
                .ifPresent(late -> recoveries.settle(late.id(), "cancelled", now));
        Optional<RecoveryRow> running = before.filter(found -> found.runs(now));
        UUID id = running.map(RecoveryRow::id).orElseGet(Ids::next);
        if (running.isPresent()) {
            if (running.get().state().equals("proved")) {
                recoveries.voidCodes(id);
            }
            recoveries.reopen(id, hash);
        } else {
            Instant end = now.plus(RecoveryRules.LIFE).truncatedTo(ChronoUnit.SECONDS);
            recoveries.add(id, teacherId, hash, now, end);
        }
        recoveries.ask(id, studentIds);
        audit.record(
                "roster.recovery.begun",
                SUBJECT,
                id,
                null,
                Map.of("teacher", teacherId, "students", List.copyOf(studentIds)));
        return recoveries.lock(id).orElseThrow();
    }

    /**
     * Returns the request of a token.
     *
     * @throws org.homeroom.kernel.Refusal when it has ended or was never begun
     */
    public RecoveryRow running(String token) {
        return recognition
                .blinds(token == null ? "" : token)
                .map(recoveries::byToken)
                .flatMap(Optional::stream)
                .filter(found -> found.runs(clock.now()))
                .findFirst()
                .orElseThrow(RecoveryRules::spent);
    }

    /** Lists who was asked. */
    public List<AskedStudent> helpers(UUID id) {
        return recoveries.helpers(id);
    }

    /** Keeps what was typed in so far. */
    public void save(RecoveryRow found, String username, String codes, String resumeHash) {
        requireRunning(found.id(), "open");
        recoveries.save(found.id(), username, codes, resumeHash);
        audit.record("roster.recovery.saved", SUBJECT, found.id(), null, null);
    }

    /** Makes every code good for nothing. */
    public void voidCodes(UUID id) {
        requireRunning(id, "open");
        recoveries.voidCodes(id);
        audit.record("roster.recovery.codes_void", SUBJECT, id, null, null);
    }

    /**
     * Goes on to the new factor.
     *
     * @param fitting who was asked, with the codes that were right
     * @return false when a code has changed meanwhile
     */
    public boolean prove(RecoveryRow found, String username, List<AskedStudent> fitting) {
        requireRunning(found.id(), "open");
        if (!recoveries.helpers(found.id()).equals(fitting)) {
            return false;
        }
        recoveries.prove(found.id(), username, accounts.draw(found.teacherId()));
        audit.record("roster.recovery.proved", SUBJECT, found.id(), null, null);
        return true;
    }

    /**
     * Gives the teacher the new ways in, when the request is still good at this moment.
     *
     * @return the recovery codes, known only now
     */
    public List<String> finish(UUID id, String username, String password, String code) {
        RecoveryRow found = requireRunning(id, "proved");
        List<String> codes =
                accounts.replaceProofs(
                        found.teacherId(), username, password, found.sealedSecret(), code);
        recoveries.settle(id, "verified", clock.now());
        audit.record(
                "roster.recovery.done", SUBJECT, id, null, Map.of("teacher", found.teacherId()));
        return codes;
    }

    /** Finds a request that the student was asked in, in whatever state. */
    public Optional<RecoveryRow> askedOf(UUID studentId, UUID id) {
        return recoveries.askedOf(studentId, id);
    }

    /** Keeps a student's code; false when there is one already. */
    public boolean code(UUID id, UUID studentId, String codeHash) {
        requireRunning(id, "open");
        boolean kept = recoveries.code(id, studentId, codeHash, clock.now());
        if (kept) {
            audit.record(
                    "roster.recovery.code_made", SUBJECT, id, null, Map.of("student", studentId));
        }
        return kept;
    }

    private RecoveryRow requireRunning(UUID id, String state) {
        return recoveries
                .lock(id)
                .filter(found -> found.runs(clock.now()) && found.state().equals(state))
                .orElseThrow(RecoveryRules::spent);
    }
}
