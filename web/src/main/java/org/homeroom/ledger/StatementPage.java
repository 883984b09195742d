package org.homeroom.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * An account as a sum and its rows. A student opens the own one; who runs the class names the
 * account in the address or chooses from a list.
 */
@Named
@RequestScoped
public class StatementPage {

    private static final Map<String, Integer> DAYS = Map.of("week", 7, "month", 30);
    private static final Set<String> OF_MONEY = Set.of("checking", "savings");
    private static final String DAYS_OF_OWN = "days";

    @Inject LedgerQueryService ledger;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject StatementStory stories;
    @Inject OriginWords origins;
    @Inject StatementTexts texts;
    @Inject Show show;

    private String accountId;
    private String classId;
    private String kind = "";
    private String period = "month";
    private String from;
    private String to;
    private String was;

    private ClassRef inClass;
    private List<AccountRow> accounts = List.of();
    private Why why;
    private List<Hold> holds = List.of();
    private boolean runner;

    /** Reads what the address names. */
    public void load() {
        if (isGiven(accountId)) {
            AccountRow account = ledger.account(uuid(accountId));
            inClass = roster.classOf(account.classId(), account.ownerId());
            accounts = ledger.beside(account.id());
            show(account.id());
        } else {
            List<ClassRef> classes = roster.myClasses();
            inClass =
                    isGiven(classId)
                            ? roster.classFor(uuid(classId))
                            : classes.stream().findFirst().orElse(null);
            if (inClass != null) {
                choose(ledger.balances(inClass.id()));
            }
        }
    }

    // A student sees the first account at once; a teacher sees whose there are.
    private void choose(List<AccountRow> found) {
        accounts = found;
        boolean mine = !found.isEmpty() && found.stream().allMatch(AccountRow::tracked);
        List<UUID> owners = found.stream().map(AccountRow::ownerId).distinct().toList();
        if (mine && owners.size() == 1) {
            accountId = found.get(0).id().toString();
            show(found.get(0).id());
        }
    }

    /** Tells whether the reader follows whose account it is as a parent. */
    public boolean isChilds() {
        return isShown() && roster.isMyChild(getAccount().ownerId());
    }

    private void show(UUID id) {
        why = explain(id);
        holds = getAccount().held() > 0 ? ledger.holds(id) : List.of();
        runner = roster.runs(inClass.id());
    }

    /** Returns what is set aside on the account now. */
    public List<Hold> getHolds() {
        return holds;
    }

    private Why explain(UUID id) {
        // Days count unless they are those that were shown and another period was chosen for them.
        boolean left = DAYS_OF_OWN.equals(was) && !period.equals(DAYS_OF_OWN);
        LocalDate first = left ? null : TimeText.day("from", from);
        LocalDate last = left ? null : TimeText.day("to", to);
        if (first != null || last != null) {
            period = DAYS_OF_OWN;
            return ledger.why(id, first, last);
        }
        if (!DAYS.containsKey(period)) {
            period = "all";
            return ledger.why(id, null, null);
        }
        LocalDate today = clock.today(inClass.zone());
        return ledger.why(id, today.minusDays(DAYS.get(period)), null);
    }

    /** Tells whether an account is shown, rather than a list to choose from. */
    public boolean isShown() {
        return why != null;
    }

    /** Tells whether there is a class at all. */
    public boolean isInClass() {
        return inClass != null;
    }

    public ClassRef getInClass() {
        return inClass;
    }

    public AccountRow getAccount() {
        return why.account();
    }

    /** Returns the class's students' checking accounts, to choose from. */
    public List<AccountRow> getStudents() {
        return accounts.stream().filter(account -> account.kind().equals("checking")).toList();
    }

    /** Returns the accounts of the same person in this class. */
    public List<AccountRow> getAccounts() {
        return accounts;
    }

    public String accountName(AccountRow account) {
        return texts.account(account.kind());
    }

    /** Tells whether a person has less than nothing where there should be something. */
    public boolean isOverdrawn() {
        AccountRow account = why.account();
        return account.balance() < 0 && OF_MONEY.contains(account.kind());
    }

    public String getBalance() {
        return show.money(why.account().balance());
    }

    /** Returns the heading's second line: which account in which class. */
    public String getContext() {
        String owner = why.account().ownerName();
        String whose =
                owner == null
                        ? accountName(getAccount())
                        : accountName(getAccount()) + ", " + owner;
        return texts.of("statement.context", whose, inClass.name());
    }

    /** Returns where the days of the account are counted. */
    public ZoneId getZone() {
        return why.zone();
    }

    public String getZoneNote() {
        return texts.of("statement.zone", show.zone(why.zone()));
    }

    public String getChooseHint() {
        return texts.of("statement.choose.hint", inClass.name());
    }

    /** Returns the sum: what there was, what changed it by kind, what there is. */
    public List<StatementTerm> getSum() {
        List<StatementTerm> sum = new ArrayList<>();
        String opening =
                period.equals(DAYS_OF_OWN) && why.from() != null
                        ? texts.of("statement.opening.day", show.day(why.from(), why.zone()))
                        : texts.of(
                                "statement.opening."
                                        + (period.equals(DAYS_OF_OWN) ? "all" : period));
        sum.add(
                new StatementTerm(
                        "", show.money(why.opening()), opening, address("", "all"), false));
        for (WhyTerm term : why.terms()) {
            sum.add(
                    new StatementTerm(
                            term.amount() < 0 ? "\u2212" : "+",
                            show.money(Math.abs(term.amount())),
                            texts.kind(term.kind()),
                            address(term.kind(), period),
                            false));
        }
        sum.add(
                new StatementTerm(
                        "=",
                        show.money(why.closing()),
                        why.to() == null
                                ? texts.of("statement.now")
                                : texts.of(
                                        "statement.closing",
                                        show.day(why.to().minusSeconds(1), why.zone())),
                        address("", period),
                        true));
        return sum;
    }

    /**
     * Returns what proves the shown days: what there was, what came and went, what there is then;
     * and how far that is sealed. Null when not all of it is shown.
     */
    public List<String> getProof() {
        List<EntryRow> rows = why.entries().stream().map(WhyEntry::entry).toList();
        if (rows.size() == LedgerQueryService.MOST_ROWS
                || rows.stream().anyMatch(row -> row.balanceAfter() == null)) {
            return List.of();
        }
        long in = rows.stream().mapToLong(row -> Math.max(0, row.amount())).sum();
        long out = rows.stream().mapToLong(row -> Math.min(0, row.amount())).sum();
        boolean holds = StatementProof.holds(why);
        Long seal = rows.stream().findFirst().map(EntryRow::sealPosition).orElse(null);
        List<String> said = new ArrayList<>();
        said.add(
                texts.of(
                        holds ? "statement.proof" : "statement.proof.broken",
                        show.money(why.opening()),
                        show.money(in),
                        show.money(-out),
                        show.money(why.closing()),
                        show.count(rows.size())));
        if (!rows.isEmpty()) {
            said.add(
                    seal == null
                            ? texts.of("paper.unsealed")
                            : texts.of("statement.sealed", show.count(seal)));
        }
        return said;
    }

    /** Returns the kinds that occur in the period, and the chosen one. */
    public List<String> getKinds() {
        return Stream.concat(
                        why.terms().stream().map(WhyTerm::kind),
                        Stream.of(kind).filter(one -> !one.isEmpty()))
                .distinct()
                .toList();
    }

    public String kindName(String name) {
        return texts.kind(name);
    }

    /** Returns the rows of the chosen kind by day, newest first. */
    public List<StatementDay> getDays() {
        ZoneId zone = why.zone();
        Map<LocalDate, List<StatementLine>> days = new LinkedHashMap<>();
        for (WhyEntry caused : why.entries()) {
            EntryRow entry = caused.entry();
            if (kind.isEmpty() || kind.equals(entry.kind())) {
                days.computeIfAbsent(
                                LocalDate.ofInstant(entry.recordedAt(), zone),
                                day -> new ArrayList<>())
                        .add(line(caused, zone));
            }
        }
        return days.entrySet().stream()
                .map(day -> new StatementDay(show.date(day.getKey(), zone), day.getValue()))
                .toList();
    }

    private StatementLine line(WhyEntry caused, ZoneId zone) {
        EntryRow entry = caused.entry();
        UUID other = entry.reversalOf() == null ? entry.reversedBy() : entry.reversalOf();
        return new StatementLine(
                "e-" + entry.entryId(),
                show.sentence(entry.description()),
                texts.kind(entry.kind()) + " · " + show.clock(entry.recordedAt(), zone),
                show.signed(entry.amount()),
                entry.balanceAfter() == null ? "" : show.money(entry.balanceAfter()),
                stories.of(caused, zone),
                lineAddress(caused),
                origins.links(
                        caused.origin(),
                        inClass.id(),
                        isChilds() ? null : getAccount().ownerId(),
                        runner),
                runner ? "/ledger/entry?id=" + entry.entryId() + "&class=" + inClass.id() : null,
                other == null ? null : "e-" + other);
    }

    private static String lineAddress(WhyEntry caused) {
        if (caused.pay() != null) {
            return "/payroll/line?id=" + caused.pay().lineId();
        }
        if (caused.marks() != null) {
            return "/payroll/line?id=" + caused.marks().lineId();
        }
        return caused.correction() == null
                ? null
                : "/payroll/line?id=" + caused.correction().lineId();
    }

    /** Tells whether a filter hides rows. */
    public boolean isFiltered() {
        return !kind.isEmpty() || !period.equals("all");
    }

    /** Returns the address of this account with another filter. */
    public String address(String otherKind, String otherPeriod) {
        return "/ledger/statement?account="
                + accountId
                + (otherPeriod.equals(DAYS_OF_OWN) ? days() : "&period=" + otherPeriod)
                + "&kind="
                + otherKind;
    }

    /** Returns where the rows of the period come as a table. */
    public String getTableAddress() {
        return file("csv") + "&kind=" + kind;
    }

    /** Returns where the whole period comes as a document for paper. */
    public String getPaperAddress() {
        return file("pdf");
    }

    private String file(String type) {
        return "/api/v1/accounts/" + accountId + "/statement." + type + "?" + days().substring(1);
    }

    private String days() {
        return "&from=" + getFirst() + "&to=" + (why.to() == null ? "" : getLast());
    }

    /** Returns the first day that is shown; empty for the beginning. */
    public String getFirst() {
        return why.from() == null ? "" : LocalDate.ofInstant(why.from(), why.zone()).toString();
    }

    /** Returns the last day that is shown. */
    public String getLast() {
        return why.to() == null
                ? clock.today(why.zone()).toString()
                : LocalDate.ofInstant(why.to(), why.zone()).minusDays(1).toString();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** Returns the period that was shown when the form was filled in, null without a form. */
    public String getWas() {
        return was;
    }

    public void setWas(String was) {
        this.was = was;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    public String getAccountId() {
        return accountId;
    }

    public void setAccountId(String accountId) {
        this.accountId = accountId;
    }

    public String getClassId() {
        return classId;
    }

    public void setClassId(String classId) {
        this.classId = classId;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind == null || !kind.matches("[a-z_]{1,40}") ? "" : kind;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period == null || period.isBlank() ? "month" : period;
    }
}
