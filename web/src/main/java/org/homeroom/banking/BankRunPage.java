package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** A bonus, fee, interest or due run from rehearsal to reversal. */
@Named
@RequestScoped
public class BankRunPage {

    private static final Texts TEXTS = Texts.of("banking");

    @Inject RosterService roster;
    @Inject BankRunService bankRuns;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private BankRun run;
    private ClassRef shown;
    private List<BankLine> lines;
    private String reason;

    /** Reads the run that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("id"));
        if (id == null) {
            throw Refusal.notFound();
        }
        run = bankRuns.find(id);
        shown = roster.classFor(run.classId());
    }

    /** Books the run, or goes on with one that stopped. */
    public void commit() {
        FieldForm.submit("commit", () -> bankRuns.commit(run.id()), () -> BankPage.address(run));
    }

    /** Takes the run back. */
    public void reverse() {
        FieldForm.submit(
                "back", () -> bankRuns.reverse(run.id(), reason), () -> BankPage.address(run));
    }

    /** Tells whether the browser watches the job pay; the last look finds it ended. */
    public boolean isWatched() {
        return run.state() == BankRunState.RUNNING || request.getParameter("progress") != null;
    }

    /** Asked again and again while the job pays; leads to the finished page when it has ended. */
    public void look() {
        if (run.state() != BankRunState.RUNNING) {
            FieldForm.redirect(BankPage.address(run));
        }
    }

    public List<BankLine> getLines() {
        if (lines == null) {
            lines = bankRuns.lines(run.id());
        }
        return lines;
    }

    /** Returns what the button that books says: the effect with its numbers. */
    public String getCommitLabel() {
        if (run.studentCount() == 0) {
            return TEXTS.get(run.isDue() ? "run.missed" : "run.nothing");
        }
        if (run.isDue()) {
            return TEXTS.get("run.due", show.count(run.studentCount()));
        }
        return TEXTS.get(
                run.total() < 0 ? "run.take" : "run.give",
                show.money(Math.abs(run.total())),
                show.count(run.studentCount()));
    }

    /** Returns what the button that takes back says. */
    public String getReverseLabel() {
        return TEXTS.get("run.reverse.do", show.money(Math.abs(run.paidTotal())));
    }

    public BankRun getRun() {
        return run;
    }

    public ClassRef getShown() {
        return shown;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
