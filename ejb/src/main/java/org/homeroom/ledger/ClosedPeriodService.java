package org.homeroom.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * Closes books up to a day: nothing is dated into it any more, its balances are kept, and what was
 * wrong in it is corrected after it by entries that name it. Only administrators reopen.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class ClosedPeriodService {

    @Inject ClosedPeriodRepository periods;
    @Inject LedgerAccountRepository accounts;
    @Inject RosterService roster;
    @Inject AuditService audit;

    /**
     * Closes the books of a class that the caller runs.
     *
     * @param through the last day, in the class's zone; it is over
     * @throws Refusal conflict, when they are closed that far or something is still being written;
     *     at {@code through}, for a day that is not over or before there was anything to close
     */
    public ClosedPeriod close(UUID classId, LocalDate through) {
        return close(roster.ownedClass(classId), through);
    }

    /**
     * Closes the books of all classes that the caller teaches, all or none; those that are closed
     * that far, or opened later, stay as they are.
     *
     * @param through the last day, in each class's zone; it is over
     * @throws Refusal as {@link #close(UUID, LocalDate)}, when none of them was there yet too
     */
    public List<ClosedPeriod> closeAll(LocalDate through) {
        requireDay(through);
        UUID caller = CallerContext.require().accountId();
        List<ClassRef> taught =
                roster.myClasses().stream().filter(one -> caller.equals(one.teacherId())).toList();
        List<ClassRef> there = taught.stream().filter(one -> !opensLater(one, through)).toList();
        // When no class was there yet, the first one says so.
        return (there.isEmpty() ? taught : there)
                .stream()
                        .filter(one -> !isClosed(one, through))
                        .map(one -> close(one, through))
                        .toList();
    }

    private static void requireDay(LocalDate through) {
        if (through == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "through", "Say which day is the last.");
        }
    }

    private boolean opensLater(ClassRef found, LocalDate through) {
        return periods.opensAfter(found.id(), through, found.zone()).isPresent();
    }

    private boolean isClosed(ClassRef found, LocalDate through) {
        return periods.ofBook(found.id()).stream()
                .anyMatch(one -> one.isClosed() && !one.through().isBefore(through));
    }

    private ClosedPeriod close(ClassRef found, LocalDate through) {
        requireDay(through);
        // Up to its eve a class may close: nothing is dated before it then.
        periods.opensAfter(found.id(), through, found.zone())
                .ifPresent(
                        opened -> {
                            throw new Refusal(
                                    ErrorCode.VALIDATION_ERROR,
                                    "through",
                                    "The class opened on %s. Choose %s or later: there is nothing to close before that."
                                            .formatted(opened, opened.minusDays(1)));
                        });
        UUID id = Ids.next();
        UUID by = CallerContext.require().accountId();
        switch (periods.close(id, found.id(), through, found.zone(), by)) {
            case "early" ->
                    throw new Refusal(
                            ErrorCode.VALIDATION_ERROR,
                            "through",
                            "Only days that are over can be closed.");
            case "before" ->
                    throw new Refusal(
                            ErrorCode.CONFLICT, "The books are closed up to that day already.");
            case "busy" ->
                    throw new Refusal(
                            ErrorCode.CONFLICT,
                            "Entries of those days are still being sealed. Try again in a few"
                                    + " seconds.");
            default ->
                    audit.record(
                            "ledger.period.closed",
                            "class",
                            found.id(),
                            null,
                            Map.of("period", id, "through", through));
        }
        return periods.byId(id).orElseThrow();
    }

    /** Lists the closed periods of a class, the latest first, with those that were reopened. */
    public List<ClosedPeriod> list(UUID classId) {
        return periods.ofBook(roster.ownedClass(classId).id());
    }

    /** Lists what the accounts held at the end of a period, as the class lists its accounts. */
    public List<ClosingBalance> balances(UUID periodId) {
        ClosedPeriod period = owned(periodId);
        Map<UUID, Long> kept = periods.balances(periodId);
        return accounts.ofClass(period.bookId()).stream()
                .filter(one -> kept.containsKey(one.id()))
                .map(one -> new ClosingBalance(one, kept.get(one.id())))
                .toList();
    }

    /** Returns a period of a class that the caller runs. */
    public ClosedPeriod find(UUID periodId) {
        return owned(periodId);
    }

    /**
     * Opens a period again; what it kept stays, for the proof.
     *
     * @param reason at most 255 characters
     * @throws Refusal conflict, when it is open
     */
    @RolesAllowed({Roles.SCHOOL_ADMIN, Roles.PLATFORM_ADMIN})
    public ClosedPeriod reopen(UUID periodId, String reason) {
        ClosedPeriod period = owned(periodId);
        if (reason == null || reason.isBlank() || reason.length() > 255) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "reason", "Say why in 1 to 255 characters.");
        }
        Caller caller = CallerContext.require();
        if (!periods.reopen(periodId, reason.strip(), caller.accountId())) {
            throw new Refusal(ErrorCode.CONFLICT, "This period was reopened before.");
        }
        audit.record(
                "ledger.period.reopened",
                "class",
                period.bookId(),
                null,
                Map.of("period", periodId, "through", period.through(), "reason", reason.strip()));
        return owned(periodId);
    }

    private ClosedPeriod owned(UUID periodId) {
        ClosedPeriod period = periods.byId(periodId).orElseThrow(Refusal::notFound);
        roster.ownedClass(period.bookId());
        return period;
    }
}
