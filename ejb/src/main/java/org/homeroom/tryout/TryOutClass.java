package org.homeroom.tryout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.banking.Award;
import org.homeroom.banking.AwardKind;
import org.homeroom.banking.AwardService;
import org.homeroom.banking.BankSettings;
import org.homeroom.banking.BankSettingsService;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.HandOver;
import org.homeroom.identity.MembershipPartService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PaySettings;
import org.homeroom.payroll.PaySettingsService;
import org.homeroom.roster.ClaimService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.ClassService;
import org.homeroom.roster.OpenClass;
import org.homeroom.roster.RosterImportService;
import org.homeroom.roster.RosterLine;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.TenantContext;

/** What is in a try-out: a teacher in name, a class and a student. Needs the bound try-out. */
@ApplicationScoped
public class TryOutClass {

    /** What the student taps and spends with. */
    public static final String PIN = "1234";

    public static final String PASSPHRASE = "demo demo demo";
    private static final LocalDate BORN = LocalDate.of(2012, 1, 1);

    @Inject AccountService accounts;
    @Inject ClassService classes;
    @Inject RosterService roster;
    @Inject RosterImportService lists;
    @Inject ClaimService claims;
    @Inject PaySettingsService pay;
    @Inject BankSettingsService bank;
    @Inject AwardService awards;
    @Inject MembershipPartService parts;

    /** Opens class, seat and account, and gives the student the money to begin with. */
    void furnish(
            ClassRef like, BeginTryOut begin, PaySettings paid, BankSettings banked, Instant end) {
        Caller real = CallerContext.require();
        Origin origin = Origin.current();
        UUID teacher = accounts.createForKey(Roles.TEACHER, real.displayName(), end);
        // The people of the teacher's own school mean nothing here.
        CallerContext.bind(
                new Caller(
                        teacher,
                        TenantContext.require(),
                        Set.of(Roles.TEACHER),
                        real.displayName()));
        Origin.bind(origin.by(teacher));
        try {
            furnish(like, begin, paid, banked);
            accounts.tryOut(student(), end);
        } finally {
            Origin.bind(origin);
            CallerContext.bind(real);
        }
    }

    /** Makes a code with which the student comes in. */
    HandOver admit(SchoolRef school) {
        UUID student =
                accounts.anyWith(Roles.DEMONSTRATION_STUDENT).orElseThrow(Refusal::notFound).id();
        return parts.admit(student, school);
    }

    private void furnish(ClassRef like, BeginTryOut begin, PaySettings paid, BankSettings banked) {
        UUID id = classes.open(new OpenClass(like.name(), like.period(), like.zone())).ref().id();
        pay.change(id, paid.over(0));
        bank.change(id, banked.over(0));
        lists.importLines(
                id,
                "try-out",
                List.of(new RosterLine.Pupil(1, "Demo", "Student", BORN, like.period())));
        UUID seat = roster.seats(id).get(0).id();
        UUID student = claims.handOver(seat, "demo", accounts.prove(PIN, PASSPHRASE));
        give(id, student, "checking", begin.checking(), like.name());
        give(id, student, "savings", begin.savings(), like.name());
    }

    private void give(UUID classId, UUID student, String account, long amount, String reason) {
        if (amount > 0) {
            awards.give(
                    new Award(
                            Ids.next(),
                            classId,
                            AwardKind.PAYMENT,
                            account,
                            List.of(student),
                            amount,
                            reason));
        }
    }

    private UUID student() {
        return accounts.findByUsername("demo").orElseThrow().id();
    }
}
