package org.homeroom.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.DaySpan;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** All that moved in a class, page by page, by student, account, kind and days (economy.md 6.5). */
@Named
@RequestScoped
public class EntriesPage {

    /** What a student's account may be. */
    private static final List<String> ACCOUNTS =
            List.of("checking", "savings", "certificate", "loan");

    /** What may happen to it. */
    private static final List<String> KINDS =
            List.of(
                    "pay",
                    "pay_correction",
                    "reward",
                    "fine",
                    "payment",
                    "bonus",
                    "interest",
                    "transfer",
                    "student_transfer",
                    "overdraft_fee",
                    "hold",
                    "loan",
                    "loan_payment",
                    "loan_payoff",
                    "loan_write_off",
                    "certificate",
                    "certificate_end",
                    "certificate_early",
                    "adjustment",
                    "reversal");

    private static final int ROWS = 50;
    private static final int USUAL_DAYS = 30;

    @Inject ClassEntryService ledger;
    @Inject RosterService roster;
    @Inject StatementTexts texts;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private List<ClassRef> classes;
    private DaySpan days;
    private boolean badDays;
    private int page;
    private Slice<ClassEntry> entries;

    /** Reads the class that the address names, else the first, and the rows that it asks for. */
    @PostConstruct
    void load() {
        classes = roster.myClasses();
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = classes.stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id == null) {
            return;
        }
        shown = roster.ownedClass(id);
        days = days();
        page = number(request.getParameter("page"));
        entries = ledger.entries(id, days, getStudent(), getAccount(), getKind(), page, ROWS);
    }

    // What is no day is left out, and the page says so.
    private DaySpan days() {
        LocalDate today = clock.today(shown.zone());
        try {
            LocalDate from = TimeText.day("from", request.getParameter("from"));
            LocalDate to = TimeText.day("to", request.getParameter("to"));
            LocalDate last = to == null ? today : to;
            return new DaySpan(from == null ? last.minusDays(USUAL_DAYS) : from, last);
        } catch (Refusal refusal) {
            badDays = true;
            return new DaySpan(today.minusDays(USUAL_DAYS), today);
        }
    }

    private static int number(String text) {
        return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }

    /** Returns the address of another page of the same rows. */
    public String address(int other) {
        return "/ledger/entries?class=" + shown.id() + filters() + "&page=" + other;
    }

    /** Returns where all rows come as a table. */
    public String getTableAddress() {
        return "/api/v1/classes/" + shown.id() + "/entries.csv?" + filters().substring(1);
    }

    private String filters() {
        return "&from="
                + days.from()
                + "&to="
                + days.to()
                + "&student="
                + URLEncoder.encode(getStudent(), StandardCharsets.UTF_8)
                + "&account="
                + getAccount()
                + "&kind="
                + getKind();
    }

    public String accountName(String kind) {
        return texts.account(kind);
    }

    public String kindName(String kind) {
        return texts.kind(kind);
    }

    /** Returns the part of a name, or the id, that is looked for. */
    public String getStudent() {
        String student = request.getParameter("student");
        return student == null ? "" : student.strip();
    }

    public String getAccount() {
        return chosen("account", ACCOUNTS);
    }

    public String getKind() {
        return chosen("kind", KINDS);
    }

    private String chosen(String name, List<String> known) {
        String value = request.getParameter(name);
        return value != null && known.contains(value) ? value : "";
    }

    public List<String> getAccounts() {
        return ACCOUNTS;
    }

    public List<String> getKinds() {
        return KINDS;
    }

    public List<ClassRef> getClasses() {
        return classes;
    }

    public ClassRef getShown() {
        return shown;
    }

    public DaySpan getDays() {
        return days;
    }

    /** Tells whether the address named days that are none. */
    public boolean isBadDays() {
        return badDays;
    }

    public Slice<ClassEntry> getEntries() {
        return entries;
    }

    public int getPage() {
        return page;
    }

    public long getPages() {
        return (entries.total() + ROWS - 1) / ROWS;
    }
}
