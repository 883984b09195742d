package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Texts;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The bank of a class: what is kept, who has little, what was paid to everybody. */
@Named
@RequestScoped
public class BankPage {

    private static final Texts TEXTS = Texts.of("banking");

    private static final int NEWEST = 20;
    private static final int POOREST = 6;
    private static final int BY_ITSELF = 3;

    @Inject RosterService roster;
    @Inject LedgerQueryService ledger;
    @Inject BankSettingsService bankSettings;
    @Inject BankRunService bankRuns;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private List<AccountRow> accounts = List.of();
    private BankSettings settings;
    private BankPeriod next;
    private List<BankRun> runs = List.of();
    private List<BankDayRow> byItself = List.of();
    private String title;
    private String amount;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        shown = roster.shownClass(FieldForm.id(request.getParameter("class"))).orElse(null);
        if (shown != null) {
            UUID id = shown.id();
            accounts = ledger.balances(id).stream().filter(one -> one.ownerId() != null).toList();
            settings = bankSettings.get(id);
            next = bankRuns.nextPeriod(id);
            runs = bankRuns.committed(id, null, NEWEST);
            byItself = bankRuns.byItself(id, BY_ITSELF);
        }
    }

    /** Returns today in the class's zone. */
    public LocalDate getToday() {
        return clock.today(shown.zone());
    }

    /** Returns the first day of this month. */
    public LocalDate getMonthStart() {
        return getToday().withDayOfMonth(1);
    }

    /** Rehearses the interest of the next days and shows it. */
    public void rehearseInterest() {
        BankRun[] made = new BankRun[1];
        FieldForm.submit(
                "interest",
                () -> made[0] = bankRuns.rehearseInterest(shown.id()),
                () -> address(made[0]));
    }

    /** Rehearses a bonus or fee for everybody and shows it. */
    public void rehearseBonus() {
        BankRun[] made = new BankRun[1];
        FieldForm.submit(
                "bonus",
                () -> {
                    long minor = MoneyText.minor("amount", amount, shown.currency());
                    made[0] = bankRuns.rehearseBonus(shown.id(), title, minor);
                },
                () -> address(made[0]));
    }

    /** Returns the address of a run's page. */
    static String address(BankRun run) {
        return "/banking/run?id=" + run.id() + "&class=" + run.classId();
    }

    /** Returns the sum of the students' accounts of a kind, in minor units. */
    public long total(String kind) {
        return accounts.stream()
                .filter(one -> one.kind().equals(kind))
                .mapToLong(AccountRow::balance)
                .sum();
    }

    /** Returns what is set aside of the students' money, in minor units. */
    public long getHeld() {
        return accounts.stream().mapToLong(AccountRow::held).sum();
    }

    /** Returns what the students have together, as the books tell it, in minor units. */
    public long getTotal() {
        return accounts.stream()
                .filter(one -> one.ownerId() != null)
                .mapToLong(AccountRow::balance)
                .sum();
    }

    /** Returns how many students have savings. */
    public long getSavers() {
        return accounts.stream()
                .filter(one -> one.kind().equals("savings") && one.balance() > 0)
                .count();
    }

    /** Returns what a student with savings has on average, in minor units. */
    public long getAverage() {
        return getSavers() == 0 ? 0 : total("savings") / getSavers();
    }

    /** Returns the checking accounts that hold least. */
    public List<AccountRow> getPoorest() {
        return accounts.stream()
                .filter(one -> one.kind().equals("checking"))
                .sorted(
                        Comparator.comparingLong(AccountRow::balance)
                                .thenComparing(AccountRow::ownerName))
                .limit(POOREST)
                .toList();
    }

    /** Returns the rate in percent. */
    public String getRate() {
        return PercentText.of(settings.rateMicros());
    }

    /** Returns the last day whose interest comes next. */
    public LocalDate getNextThrough() {
        return next.to().minusDays(1);
    }

    /** Tells whether these days have not passed, so that their interest cannot be paid yet. */
    public boolean isInterestAhead() {
        return next.to().isAfter(getToday());
    }

    /** Returns the newest that the bank booked by itself. */
    public List<BankDayRow> getByItself() {
        return byItself;
    }

    /** Says what became of it, when that is not the state of its run. */
    public String fate(BankDayRow row) {
        if (row.note() != null) {
            return Sentences.say(BankDayNote.sentence(row.note()));
        }
        return row.run() != null && row.state() == BankRunState.REVERSED
                ? TEXTS.get("itself.reversed." + row.kind())
                : "";
    }

    public BankPeriod getNext() {
        return next;
    }

    public ClassRef getShown() {
        return shown;
    }

    public BankSettings getSettings() {
        return settings;
    }

    public List<BankRun> getRuns() {
        return runs;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }
}
