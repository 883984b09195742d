package org.homeroom.ledger;

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
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.NumberText;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** What is set aside in a class, and setting more aside. */
@Named
@RequestScoped
public class HoldsPage {

    private static final int USUAL_DAYS = 14;

    @Inject HoldService holds;
    @Inject RosterService roster;
    @Inject StatementTexts texts;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private List<StudentRef> students = List.of();
    private List<Hold> all = List.of();
    private String act = Ids.next().toString();
    private String student;
    private String amount;
    private String reason;
    private String until;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        shown = roster.shownClass(FieldForm.id(request.getParameter("class"))).orElse(null);
        if (shown != null) {
            UUID id = shown.id();
            students = roster.students(id);
            all = holds.list(id);
            until = clock.today(shown.zone()).plusDays(USUAL_DAYS).toString();
        }
    }

    /** Sets an amount aside through the end of the day. */
    public void place() {
        FieldForm.submit(
                "hold",
                () -> {
                    LocalDate last = TimeText.day("expires_at", until);
                    Hold placed =
                            holds.place(
                                    FieldForm.id(act),
                                    shown.id(),
                                    FieldForm.id(student),
                                    new MoneyJson(
                                                    NumberText.amount("amount", amount),
                                                    shown.currency())
                                            .toMinor(),
                                    reason,
                                    last == null
                                            ? null
                                            : last.plusDays(1)
                                                    .atStartOfDay(shown.zone())
                                                    .toInstant());
                    FieldForm.say(
                            texts.of(
                                    "holds.done",
                                    show.money(placed.amount()),
                                    show.date(last, shown.zone())));
                },
                this::getAddress);
    }

    /** Gives the hold that the form names free. */
    public void release() {
        FieldForm.submit(
                "holds",
                () -> {
                    Hold ended = holds.release(FieldForm.sent("hold"));
                    FieldForm.say(
                            texts.of(
                                    "holds.released",
                                    show.money(ended.amount()),
                                    ended.studentName()));
                },
                this::getAddress);
    }

    /** Takes all of the hold that the form names. */
    public void capture() {
        FieldForm.submit(
                "holds",
                () -> {
                    Hold ended = holds.capture(FieldForm.sent("hold"), null);
                    FieldForm.say(texts.of("holds.captured", show.money(ended.amount())));
                },
                this::getAddress);
    }

    private String getAddress() {
        return "/ledger/holds?class=" + shown.id();
    }

    /** Returns what is set aside now. */
    public List<Hold> getLive() {
        return all.stream().filter(Hold::isLive).toList();
    }

    /** Returns what was. */
    public List<Hold> getEnded() {
        return all.stream().filter(one -> !one.isLive()).toList();
    }

    /** Returns how much is set aside now, in minor units. */
    public long getTotal() {
        return getLive().stream().mapToLong(Hold::amount).sum();
    }

    public ClassRef getShown() {
        return shown;
    }

    public List<StudentRef> getStudents() {
        return students;
    }

    /** Returns the act's id, so that a form sent twice sets aside once. */
    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    public String getStudent() {
        return student;
    }

    public void setStudent(String student) {
        this.student = student;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
