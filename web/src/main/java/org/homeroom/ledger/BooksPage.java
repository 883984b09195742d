package org.homeroom.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Permission;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Chart;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.LineDrawing;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * The books of a class: what every account holds now or held when a period was closed, whether they
 * are proven, and the students' money over time. Administrators see beside it every book there is.
 */
@Named
@RequestScoped
public class BooksPage {

    @Inject BookService books;
    @Inject ClosedPeriodService periods;
    @Inject RosterService roster;
    @Inject StatementTexts texts;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private ClassBooks shown;
    private List<SupplyDay> days = List.of();
    private List<ClosedPeriod> closed = List.of();
    private ClosedPeriod period;
    private List<ClosingBalance> kept = List.of();
    private SchoolBooks school;
    private String through;
    private boolean all;
    private boolean asking;
    private String reason;

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
        if (roles().contains(Roles.SCHOOL_ADMIN) || roles().contains(Roles.OPERATOR)) {
            school = books.ofSchool();
        }
        if (id == null) {
            return;
        }
        shown = books.of(id);
        // The form of the question must be there to be read.
        asking =
                FacesContext.getCurrentInstance().isPostback()
                        && request.getParameter("closing") != null;
        days = books.supply(id);
        closed = periods.list(id);
        UUID chosen = FieldForm.id(request.getParameter("period"));
        if (chosen != null) {
            period =
                    closed.stream()
                            .filter(one -> one.id().equals(chosen))
                            .findFirst()
                            .orElseThrow(Refusal::notFound);
            kept = periods.balances(chosen);
        }
    }

    private static Set<String> roles() {
        return CallerContext.require().roles();
    }

    /** Asks whether the books are to be closed: only an administrator can open them again. */
    public void ask() {
        asking = FieldForm.succeeds("close", this::readThrough);
    }

    private LocalDate readThrough() {
        LocalDate last = TimeText.day("through", through);
        if (last == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "through", "Say which day is the last.");
        }
        if (last.isAfter(getYesterday())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "through",
                    "Only days that are over can be closed.");
        }
        return last;
    }

    /** Tells whether the page asks before it closes, or reads the answer. */
    public boolean isAsking() {
        return asking;
    }

    /** Says which books would be closed, through which day. */
    public String getQuestion() {
        String last = show.date(readThrough(), getClassRef().zone());
        return all
                ? texts.of("books.close.ask.all", last)
                : texts.of("books.close.ask", getClassRef().name(), last);
    }

    /** Shows the form again as it was filled in. */
    public void change() {
        asking = false;
    }

    /** Closes the books through the day. */
    public void close() {
        asking = false;
        FieldForm.submit(
                "close",
                () -> {
                    LocalDate last = TimeText.day("through", through);
                    if (all) {
                        int count = periods.closeAll(last).size();
                        FieldForm.say(texts.of("books.closed.all", show.count(count)));
                    } else {
                        periods.close(getClassRef().id(), last);
                        FieldForm.say(texts.of("books.closed.done"));
                    }
                },
                this::getAddress);
    }

    /** Opens the shown period again. */
    public void reopen() {
        FieldForm.submit(
                "reopen",
                () -> {
                    periods.reopen(period.id(), reason);
                    FieldForm.say(texts.of("books.reopen.done"));
                },
                this::getAddress);
    }

    /** Returns the address of these books as they are now. */
    public String getAddress() {
        return "/ledger/books?class=" + getClassRef().id();
    }

    /** Tells whether the caller may open a closed period again. */
    public boolean isReopening() {
        return period != null
                && period.isClosed()
                && Permission.opens("POST /closed-periods/{id}/reopen", roles());
    }

    /** Tells whether the caller teaches more than this class. */
    public boolean isTeachingMore() {
        UUID caller = CallerContext.require().accountId();
        return roster.myClasses().stream().filter(one -> caller.equals(one.teacherId())).count()
                > 1;
    }

    /** Returns yesterday in the class's zone: the latest day that can be closed. */
    public LocalDate getYesterday() {
        return clock.today(getClassRef().zone()).minusDays(1);
    }

    public ClassRef getClassRef() {
        return shown.classRef();
    }

    /** Returns what each account holds, or held at the end of the chosen period. */
    public List<ClosingBalance> getBalances() {
        return period != null
                ? kept
                : shown.accounts().stream()
                        .map(one -> new ClosingBalance(one, one.balance()))
                        .toList();
    }

    /** Returns those of them that hold something, and all of the class's own. */
    public List<ClosingBalance> getTold() {
        return getBalances().stream().filter(one -> !isEmpty(one)).toList();
    }

    /** Returns how many students' accounts hold nothing. */
    public long getEmptyAccounts() {
        return getBalances().stream().filter(BooksPage::isEmpty).count();
    }

    private static boolean isEmpty(ClosingBalance one) {
        return one.balance() == 0 && one.account().ownerId() != null;
    }

    /** Returns the sum of one side: of what is above zero, or with -1 below it. */
    public long side(int sign) {
        return getBalances().stream().mapToLong(one -> Math.max(0, sign * one.balance())).sum();
    }

    public String accountName(AccountRow account) {
        return texts.account(account.kind());
    }

    /** Returns the picture of the students' money, with the days on which it changed. */
    public Chart getChart() {
        List<Long> held = days.stream().map(SupplyDay::held).toList();
        return new Chart(
                texts.of("supply.picture"),
                new LineDrawing(
                        held,
                        show.money(LineDrawing.highest(held)),
                        show.money(LineDrawing.lowest(held)),
                        day(days.get(0)),
                        texts.of("supply.today")),
                List.of(),
                Stream.of("day", "made", "taken", "held")
                        .map(column -> texts.of("supply." + column))
                        .toList(),
                days.stream()
                        .filter(one -> one.made() != 0 || one.taken() != 0)
                        .sorted(Comparator.comparing(SupplyDay::day).reversed())
                        .map(
                                one ->
                                        List.of(
                                                day(one),
                                                show.money(one.made()),
                                                show.money(one.taken()),
                                                show.money(one.held())))
                        .toList());
    }

    private String day(SupplyDay one) {
        return show.date(one.day(), getClassRef().zone());
    }

    public ClassBooks getShown() {
        return shown;
    }

    public List<ClosedPeriod> getClosed() {
        return closed;
    }

    public ClosedPeriod getPeriod() {
        return period;
    }

    public SchoolBooks getSchool() {
        return school;
    }

    public String getThrough() {
        return through;
    }

    public void setThrough(String through) {
        this.through = through;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
