package org.homeroom.tryout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.banking.BankSettings;
import org.homeroom.banking.BankSettingsService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.HandOver;
import org.homeroom.identity.Homes;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.payroll.PaySettings;
import org.homeroom.payroll.PaySettingsService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;
import org.homeroom.tenancy.TryOut;
import org.homeroom.tenancy.TryOutSchoolService;

/**
 * Lets a teacher be a student of a class like one of theirs for ten minutes. Outside any
 * transaction, because the try-out is a school of its own and a transaction belongs to one.
 */
@Stateless
@RolesAllowed(Roles.TEACHER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TryOutService {

    /** How long it lasts. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final long MOST = 100_000_000L;

    @Inject RosterService roster;
    @Inject PaySettingsService pay;
    @Inject BankSettingsService bank;
    @Inject SchoolService schools;
    @Inject TryOutSchoolService tryOuts;
    @Inject TryOutClass inside;
    @Inject TryOutEndService end;
    @Inject Homes homes;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /**
     * Opens a school with a class that has the rules of the caller's class, and a student with that
     * much money; an earlier try-out of the caller's ends.
     *
     * @throws Refusal not found, when the class is not the caller's; naming {@code checking} or
     *     {@code savings}
     */
    public TryOut begin(BeginTryOut command) {
        Caller teacher = CallerContext.require();
        ClassRef like = roster.ownedClass(command.classId());
        amount("checking", command.checking());
        amount("savings", command.savings());
        PaySettings paid = pay.get(like.id());
        BankSettings banked = bank.get(like.id());
        UUID here = TenantContext.require();
        tryOuts.of(here, teacher.accountId()).ifPresent(end::now);
        Instant until = clock.now().plus(LIFE);
        TryOut made =
                tryOuts.open(
                        schools.byId(here).orElseThrow(), teacher.accountId(), like.name(), until);
        try {
            homes.at(
                    made.school().id(),
                    () -> {
                        inside.furnish(like, command, paid, banked, until);
                        return null;
                    });
        } catch (RuntimeException e) {
            end.now(made);
            throw e;
        }
        audit.record("tryout.begun", "class", like.id(), null, Map.of("until", until));
        return made;
    }

    /** Finds the caller's try-out that still runs. */
    public Optional<TryOut> running() {
        return tryOuts.of(TenantContext.require(), CallerContext.require().accountId())
                .filter(one -> one.endsAt().isAfter(clock.now()));
    }

    /**
     * Makes the code with which the caller comes in as the student, once and within a minute.
     *
     * @throws Refusal not found, when the caller has no try-out that runs
     */
    public HandOver enter() {
        TryOut mine = running().orElseThrow(Refusal::notFound);
        HandOver made = homes.at(mine.school().id(), () -> inside.admit(mine.school()));
        note("tryout.entered");
        return made;
    }

    /** Ends the caller's try-out, if there is one: everything in it goes. */
    public void end() {
        running()
                .ifPresent(
                        mine -> {
                            end.now(mine);
                            note("tryout.ended");
                        });
    }

    private void note(String deed) {
        audit.record(deed, "account", CallerContext.require().accountId(), null, null);
    }

    private static void amount(String field, long minor) {
        if (minor < 0) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, field, "The amount cannot be below zero.");
        }
        if (minor > MOST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    field,
                    "The amount goes from 0.00 to 1,000,000.00.");
        }
    }
}
