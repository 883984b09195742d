package org.homeroom.demonstration;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.banking.AskForLoan;
import org.homeroom.banking.BankProduct;
import org.homeroom.banking.CertificateService;
import org.homeroom.banking.LoanService;
import org.homeroom.banking.TransferService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Ids;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.StudentRef;
import org.homeroom.tenancy.TenantContext;

/** What students do with their money, through the services that students use. */
@Stateless
@PermitAll
@RunAs(Roles.STUDENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationStudentService {

    @Inject LoanService loans;
    @Inject CertificateService certificates;
    @Inject TransferService transfers;
    @Inject LedgerQueryService ledger;

    /**
     * Asks for a loan.
     *
     * @param amount minor units
     * @return its id
     */
    public UUID ask(StudentRef student, BankProduct loan, long amount, String purpose) {
        UUID act = Ids.next();
        AskForLoan wish = new AskForLoan(act, loan.classId(), loan.id(), amount, purpose);
        return as(student, () -> loans.ask(wish, DemonstrationDistrictService.PASSPHRASE).id());
    }

    /**
     * Saves a part of what the student has and locks a part of that.
     *
     * @param saved minor units
     * @param locked minor units
     */
    public void save(StudentRef student, BankProduct certificate, long saved, long locked) {
        UUID home = certificate.classId();
        String passphrase = DemonstrationDistrictService.PASSPHRASE;
        as(
                student,
                () -> {
                    UUID from = account(home, "checking");
                    transfers.send(Ids.next(), from, account(home, "savings"), saved, passphrase);
                    return certificates.lock(
                            Ids.next(), home, certificate.id(), locked, passphrase);
                });
    }

    private UUID account(UUID classId, String kind) {
        return ledger.mine().stream()
                .filter(one -> classId.equals(one.classId()) && one.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static <T> T as(StudentRef student, Supplier<T> work) {
        Caller before = CallerContext.current();
        CallerContext.bind(caller(student));
        try {
            return work.get();
        } finally {
            CallerContext.bind(before);
        }
    }

    /** Returns the student as who asks for something. */
    static Caller caller(StudentRef student) {
        return new Caller(
                student.studentId(),
                TenantContext.require(),
                Set.of(Roles.STUDENT),
                student.firstName() + " " + student.lastInitial() + ".");
    }
}
