package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;

/** What a class's bank lends by: whether, how much at once, and what income and prices are. */
@Stateless
public class LendingService {

    private static final int LEAST_MINUTES = 15;
    private static final int MOST_MINUTES = 4800;
    private static final long MOST_INFLATION = 100_000;

    @Inject RosterService roster;
    @Inject LendingRepository lending;
    @Inject AuditService audit;

    /** Returns the rules of a class that the caller may see. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public Lending get(UUID classId) {
        return lending.of(roster.classFor(classId).id());
    }

    /**
     * Returns what a student of the class earns in a week of perfect attendance, in minor units
     * (economy.md 11.1).
     */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public long weeklyIncome(UUID classId) {
        return lending.weeklyIncome(roster.classFor(classId).id());
    }

    /**
     * Changes the rules of a class that the caller runs; loans that are paid out stay as they are.
     *
     * @param seen what the caller changes; hours that are the same in both are left alone
     * @param changed carries the version that the caller saw
     * @throws Refusal precondition failed, when somebody changed them since
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public Lending change(UUID classId, Lending seen, Lending changed) {
        UUID id = roster.ownedClass(classId).id();
        check(changed);
        Lending before = lending.of(id);
        if (changed.version() != before.version() || !lending.store(id, seen, changed)) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Look at the new values and change again.");
        }
        audit.record(
                "banking.lending.changed",
                "class",
                id,
                Map.of("lending", before),
                Map.of("lending", changed));
        return lending.of(id);
    }

    private static void check(Lending changed) {
        MoneyRules.amount("approves_up_to", changed.approvesUpTo());
        if (changed.expectedWeeklyMinutes() < LEAST_MINUTES
                || changed.expectedWeeklyMinutes() > MOST_MINUTES) {
            throw MoneyRules.wrong(
                    "expected_weekly_hours", "The hours of a week go from 0.25 to 80.");
        }
        if (changed.inflationMicros() < 0 || changed.inflationMicros() > MOST_INFLATION) {
            throw MoneyRules.wrong("inflation_percent", "Inflation goes from 0 to 10 percent.");
        }
    }
}
