package org.homeroom.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** What taking back a day of a class would do to each student, and the button that does it. */
@Named
@RequestScoped
public class DayPage {

    private static final int NAMED = 5;

    @Inject DayReversalService days;
    @Inject RosterService roster;
    @Inject StatementTexts texts;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private DayReversal shown;
    private String fingerprint;
    private String reason;

    /** Rehearses the day that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id != null) {
            shown = days.rehearse(id, TimeText.day("day", request.getParameter("day")));
            fingerprint = shown.fingerprint();
        }
    }

    /** Takes the day back as it was shown. */
    public void takeBack() {
        FieldForm.submit(
                "back",
                () -> {
                    int entries =
                            days.reverse(shown.classRef().id(), shown.day(), fingerprint, reason);
                    FieldForm.say(texts.of("day.done", show.count(entries)));
                },
                () -> "/ledger/books?class=" + shown.classRef().id());
    }

    /** Returns what the button says: the effect with its numbers. */
    public String getButton() {
        return texts.of(
                shown.entries() == 1 ? "day.do.one" : "day.do", show.count(shown.entries()));
    }

    /** Returns whose later time or money is in the way; of many, how many more there are. */
    public String who(DayReversal.InTheWay one) {
        int more = one.names().size() - NAMED;
        String first =
                String.join(", ", one.names().subList(0, Math.min(NAMED, one.names().size())));
        return more > 0 ? texts.of("day.way.more", first, show.count(more)) : first;
    }

    /** Returns the page on which it is taken back. */
    public String where(DayReversal.InTheWay one) {
        String page =
                switch (one.kind()) {
                    case "pay_run" -> "/payroll/run";
                    case "loan" -> "/banking/loan";
                    default -> "/ledger/entry";
                };
        return page + "?class=" + shown.classRef().id() + "&id=" + one.id();
    }

    public String accountName(String kind) {
        return texts.account(kind);
    }

    public DayReversal getShown() {
        return shown;
    }

    /** Returns what was shown when the form was made. */
    public String getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
