package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.EntryRow;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/**
 * A student's checking, savings and loans: what they hold, moving and locking money, what savings
 * may become.
 */
@Named
@RequestScoped
public class SavingsPage {

    private static final Texts TEXTS = Texts.of("banking");

    private static final String TO_SAVINGS = "savings";
    private static final String TO_CHECKING = "checking";
    private static final int NEWEST = 10;

    @Inject RosterService roster;
    @Inject LedgerQueryService ledger;
    @Inject TransferService transfers;
    @Inject BankSettingsService bankSettings;
    @Inject LendingService lending;
    @Inject BankProductService products;
    @Inject LoanService loanService;
    @Inject CertificateService certificateService;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private LocalDate today;
    private AccountRow checking;
    private AccountRow savings;
    private BankSettings settings;
    private List<StudentRef> others = List.of();
    private List<EntryRow> history = List.of();
    private List<Long> forecast = List.of();
    private List<BankProduct> locks = List.of();
    private List<Certificate> certificates = List.of();
    private List<Loan> loans = List.of();
    private Lending terms;
    private boolean lends;
    private String act = Ids.next().toString();
    private String to = TO_SAVINGS;
    private String amount;
    private String passphrase;
    private String product;
    private String locked;
    private String certificate;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id == null) {
            return;
        }
        shown = roster.classFor(id);
        today = clock.today(shown.zone());
        checking = account(id, TO_CHECKING);
        savings = account(id, TO_SAVINGS);
        settings = bankSettings.get(id);
        others = transfers.recipients(id);
        forecast = bankSettings.forecast(id, savings.balance());
        List<BankProduct> offered = products.offered(id);
        locks = offered.stream().filter(one -> !one.isLoan()).toList();
        terms = lending.get(id);
        lends = offered.size() > locks.size() && terms.loans();
        certificates = certificateService.list(id);
        loans = loanService.list(id);
        history =
                ledger.statement(savings.id(), null, null, null).rows().stream()
                        .limit(NEWEST)
                        .toList();
    }

    private AccountRow account(UUID classId, String kind) {
        return ledger.mine().stream()
                .filter(one -> classId.equals(one.classId()) && one.kind().equals(kind))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Moves the money and shows the page again. */
    public void send() {
        FieldForm.submit(
                "transfer",
                () -> {
                    long minor = MoneyText.minor("amount", amount, shown.currency());
                    UUID from = to.equals(TO_CHECKING) ? savings.id() : checking.id();
                    transfers.send(FieldForm.id(act), from, target(), minor, passphrase);
                    FieldForm.say(TEXTS.get("savings.done", show.money(minor)));
                },
                () -> "/banking/savings?class=" + shown.id());
    }

    /** Locks savings and shows the page again. */
    public void lock() {
        FieldForm.submit(
                "lock",
                () -> {
                    long minor = MoneyText.minor("amount", locked, shown.currency());
                    certificateService.lock(
                            FieldForm.id(act),
                            shown.id(),
                            FieldForm.id(product),
                            minor,
                            passphrase);
                    FieldForm.say(TEXTS.get("cert.done", show.money(minor)));
                },
                () -> "/banking/savings?class=" + shown.id());
    }

    /** Ends the chosen certificate early and shows the page again. */
    public void end() {
        FieldForm.submit(
                "early",
                () -> {
                    Certificate ended =
                            certificateService.end(FieldForm.id(certificate), passphrase);
                    FieldForm.say(TEXTS.get("cert.ended", show.money(ends(ended))));
                },
                () -> "/banking/savings?class=" + shown.id());
    }

    private UUID target() {
        return switch (to) {
            case TO_SAVINGS -> savings.id();
            case TO_CHECKING -> checking.id();
            default -> transfers.checkingOf(shown.id(), FieldForm.id(to));
        };
    }

    /** Returns what may be locked away. */
    public List<BankProduct> getLocks() {
        return locks;
    }

    public List<Certificate> getCertificates() {
        return certificates;
    }

    /** Returns what ending it today pays. */
    public long ends(Certificate one) {
        return one.endedOn(today);
    }

    /** Returns the certificates that may end today. */
    public List<Certificate> getEnding() {
        return certificates.stream().filter(one -> one.canEnd(today)).toList();
    }

    public List<Loan> getLoans() {
        return loans;
    }

    /** Tells whether a loan can be asked for. */
    public boolean isLends() {
        return lends;
    }

    /** Returns what a certificate pays in a year, inflation included, in percent. */
    public String lockRate(BankProduct one) {
        return PercentText.of(one.rateMicros() + terms.inflationMicros());
    }

    /** Returns the rate in percent. */
    public String getRate() {
        return PercentText.of(settings.rateMicros());
    }

    /** Returns what savings grow to: now and after each of twelve months, in minor units. */
    public List<Long> getForecast() {
        return forecast;
    }

    public ClassRef getShown() {
        return shown;
    }

    public AccountRow getChecking() {
        return checking;
    }

    public AccountRow getSavings() {
        return savings;
    }

    public BankSettings getSettings() {
        return settings;
    }

    public List<StudentRef> getOthers() {
        return others;
    }

    public List<EntryRow> getHistory() {
        return history;
    }

    /** Returns the act's id, so that a form sent twice moves once. */
    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public String getLocked() {
        return locked;
    }

    public void setLocked(String locked) {
        this.locked = locked;
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String certificate) {
        this.certificate = certificate;
    }
}
