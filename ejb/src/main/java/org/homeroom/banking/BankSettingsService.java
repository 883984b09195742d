package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.RosterService;

/** The rules of a class's bank. */
@Stateless
public class BankSettingsService {

    private static final long WHOLE = 1_000_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Inject RosterService roster;
    @Inject BankSettingsRepository settings;
    @Inject BankRunRepository runs;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Returns the rules of a class that the caller may see, or the defaults. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public BankSettings get(UUID classId) {
        return settings.of(roster.classFor(classId).id());
    }

    /** Returns what savings grow to by these rules: now and after each of twelve months. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<Long> forecast(UUID classId, long balance) {
        return runs.forecast(roster.classFor(classId).id(), balance);
    }

    /**
     * Changes the rules of a class that the caller runs.
     *
     * @param changed carries the version that the caller saw
     * @throws Refusal precondition failed, when somebody changed them since
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public BankSettings change(UUID classId, BankSettings changed) {
        UUID id = roster.ownedClass(classId).id();
        check(changed);
        BankSettings before = settings.of(id);
        if (changed.version() != before.version() || !settings.store(id, changed, clock.now())) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Look at the new values and change again.");
        }
        audit.record("banking.settings.changed", "class", id, said(before), said(changed));
        return settings.of(id);
    }

    private static void check(BankSettings changed) {
        oneOf("rate_per", changed.ratePer(), Set.of("year", "month"));
        oneOf("method", changed.method(), Set.of("simple", "compound"));
        oneOf("compounding", changed.compounding(), Set.of("daily", "weekly", "monthly"));
        oneOf("payout", changed.payout(), Set.of("weekly", "monthly"));
        oneOf("fee_kind", changed.feeKind(), Set.of("flat", "progressive"));
        if (changed.rateMicros() < 0 || changed.rateMicros() > WHOLE) {
            throw MoneyRules.wrong("rate_percent", "The rate goes from 0 to 100 percent.");
        }
        MoneyRules.amount("overdraft_limit", changed.overdraftLimit());
        MoneyRules.amount("fee_first", changed.feeFirst());
        MoneyRules.amount("fee_second", changed.feeSecond());
        MoneyRules.amount("fee_later", changed.feeLater());
        if (changed.feeMonthCap() != null) {
            MoneyRules.amount("fee_month_cap", changed.feeMonthCap());
        }
        MoneyRules.positive("transfer_day_limit", changed.transferDayLimit());
        if (changed.firstDay() != null
                && (changed.firstDay().getYear() < FIRST_YEAR
                        || changed.firstDay().getYear() > LAST_YEAR)) {
            throw MoneyRules.wrong("first_day", "Write a year from 2000 to 2100.");
        }
    }

    private static void oneOf(String field, String value, Set<String> words) {
        if (value == null || !words.contains(value)) {
            throw MoneyRules.wrong(
                    field,
                    "Choose one of " + String.join(", ", words.stream().sorted().toList()) + ".");
        }
    }

    private static Map<String, ?> said(BankSettings settings) {
        return Map.of("settings", settings);
    }
}
