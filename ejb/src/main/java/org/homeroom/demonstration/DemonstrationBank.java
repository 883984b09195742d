package org.homeroom.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.banking.BankProduct;
import org.homeroom.banking.BankProductService;
import org.homeroom.banking.BankSettings;
import org.homeroom.banking.BankSettingsService;
import org.homeroom.banking.Lending;
import org.homeroom.banking.LendingService;
import org.homeroom.banking.LoanService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.StudentRef;

/**
 * A class whose bank pays interest and lends: a loan that runs, one that waits and one that was
 * refused, and two certificates of deposit. A handful of acts, because each proves a passphrase.
 */
@Dependent
class DemonstrationBank {

    private static final long SAVINGS_RATE = 45_000;
    private static final long INFLATION = 20_000;
    private static final long LOAN_RATE = 120_000;
    private static final int LOAN_WEEKS = 8;
    private static final long LOAN_MOST = 60_00;
    private static final long CERTIFICATE_RATE = 15_000;
    private static final int CERTIFICATE_WEEKS = 12;
    private static final long CERTIFICATE_MOST = 100_00;
    private static final long PENALTY = 50_000;

    @Inject BankSettingsService settings;
    @Inject LendingService lending;
    @Inject BankProductService products;
    @Inject LoanService loans;
    @Inject DemonstrationStudentService pupils;

    /** Opens the bank and lets a few of the students use it, the first named most. */
    void open(ClassRef home, List<StudentRef> students) {
        BankProduct loan = offer(home, BankProduct.LOAN, "Project loan", null);
        BankProduct locked = offer(home, BankProduct.CERTIFICATE, "Twelve weeks", PENALTY);
        payInterest(home);
        Lending rules = lending.get(home.id());
        lending.change(
                home.id(),
                rules,
                new Lending(true, 0, rules.expectedWeeklyMinutes(), INFLATION, rules.version()));
        UUID running = pupils.ask(students.get(0), loan, 40_00, "Bricks for the model bridge");
        loans.approve(running);
        pupils.ask(students.get(1), loan, 25_00, "Paint and brushes for the poster");
        UUID refused = pupils.ask(students.get(2), loan, 60_00, "A bigger seat");
        loans.refuse(refused, "Save up for this one: half of it in two pay days");
        pupils.save(students.get(0), locked, 30_00, 20_00);
        pupils.save(students.get(3), locked, 50_00, 35_00);
    }

    private BankProduct offer(ClassRef home, String kind, String title, Long penalty) {
        boolean isLoan = kind.equals(BankProduct.LOAN);
        return products.add(
                new BankProduct(
                        null,
                        home.id(),
                        kind,
                        title,
                        isLoan ? LOAN_RATE : CERTIFICATE_RATE,
                        isLoan ? LOAN_WEEKS : CERTIFICATE_WEEKS,
                        isLoan ? LOAN_MOST : CERTIFICATE_MOST,
                        penalty,
                        true,
                        0));
    }

    private void payInterest(ClassRef home) {
        BankSettings usual = settings.get(home.id());
        settings.change(
                home.id(),
                new BankSettings(
                        SAVINGS_RATE,
                        "year",
                        "compound",
                        "monthly",
                        "monthly",
                        null,
                        usual.overdraftProtection(),
                        usual.overdraftFees(),
                        usual.overdraftLimit(),
                        usual.feeKind(),
                        usual.feeFirst(),
                        usual.feeSecond(),
                        usual.feeLater(),
                        usual.feeMonthCap(),
                        usual.transfersAllowed(),
                        usual.transferDayLimit(),
                        null,
                        usual.version()));
    }
}
