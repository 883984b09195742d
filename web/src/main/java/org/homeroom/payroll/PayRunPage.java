package org.homeroom.payroll;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** A pay run from rehearsal to reversal. */
@Named
@RequestScoped
public class PayRunPage {

    private static final Texts TEXTS = Texts.of("payroll");
    private static final int ROWS = 25;

    @Inject RosterService roster;
    @Inject PayRunService payRuns;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private String runId;
    private int page = 1;
    private int rows = ROWS;
    private String reason;
    private PayRun run;
    private ClassRef shown;
    private PayRun before;
    private PayRun replacement;
    private PayRun later;
    private PayParts parts;
    private List<PayLine> lines;
    private List<PayCorrection> corrections;
    private List<PayMark> marks;

    /** Reads the run that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        runId = request.getParameter("id");
        UUID id = PayForm.id(runId);
        if (id == null) {
            throw Refusal.notFound();
        }
        run = payRuns.find(id);
        if ("all".equals(request.getParameter("rows"))) {
            rows = Math.max(ROWS, run.lineCount());
        }
        shown = roster.classFor(run.classId());
        before = payRuns.paidBefore(id).orElse(null);
        parts = run.rule().isPlain() ? null : payRuns.parts(id).orElse(null);
        later = payRuns.committedAfter(id).orElse(null);
        replacement = run.state() == PayState.STALE ? payRuns.replacementOf(id).orElse(null) : null;
    }

    /** Pays the run, or goes on with one that stopped; a stale one leads to its replacement. */
    public void pay() {
        UUID id = PayForm.id(runId);
        try {
            payRuns.commit(id);
            PayForm.redirect(PayForm.address(payRuns.find(id)));
        } catch (StaleRehearsal stale) {
            PayForm.redirect(PayForm.address(payRuns.find(stale.replacement())));
        } catch (PayRunUnderWay other) {
            PayForm.carry(other);
            PayForm.redirect(PayForm.address(payRuns.find(other.run())));
        } catch (Refusal refusal) {
            PayForm.carry(refusal);
            PayForm.redirect(PayForm.address(payRuns.find(id)));
        }
    }

    /** Rehearses anew for time up to now. */
    public void checkAgain() {
        PayRun old = payRuns.find(PayForm.id(runId));
        try {
            PayForm.redirect(PayForm.address(payRuns.rehearse(old.classId(), null)));
        } catch (Refusal refusal) {
            PayForm.carry(refusal);
            PayForm.redirect(PayForm.address(old));
        }
    }

    /** Takes the run back. */
    public void reverse() {
        try {
            PayForm.redirect(PayForm.address(payRuns.reverse(PayForm.id(runId), reason)));
        } catch (Refusal refusal) {
            FieldForm.show(refusal, "back");
        }
    }

    /** Tells whether the browser watches the job pay; the last look finds it ended. */
    public boolean isWatched() {
        return run.state() == PayState.RUNNING || request.getParameter("progress") != null;
    }

    /** Asked again and again while the job pays; leads to the finished page when it has ended. */
    public void look() {
        if (run.state() != PayState.RUNNING) {
            PayForm.redirect(PayForm.address(run));
        }
    }

    /** Returns a page of lines, those to check first. */
    public List<PayLine> getLines() {
        if (lines == null) {
            page = Math.min(page, getPages());
            lines = payRuns.lines(run.id(), rows, (page - 1) * rows);
        }
        return lines;
    }

    /** Returns what the run corrects of a student's earlier pay, the oldest first. */
    public List<PayCorrection> corrections(PayLine line) {
        return getCorrections().stream()
                .filter(one -> one.studentId().equals(line.studentId()))
                .toList();
    }

    /** Returns what all corrections of the run come to, in minor units. */
    public long getCorrected() {
        return getCorrections().stream().mapToLong(PayCorrection::difference).sum();
    }

    /** Returns what the run corrects of earlier pay. */
    public List<PayCorrection> getCorrections() {
        if (corrections == null) {
            corrections = payRuns.corrections(run.id());
        }
        return corrections;
    }

    /** Returns what the run gives a student for marks, the oldest day first. */
    public List<PayMark> marks(PayLine line) {
        return getMarks().stream().filter(one -> one.studentId().equals(line.studentId())).toList();
    }

    /** Returns what all marks of the run come to, in minor units. */
    public long getMarked() {
        return getMarks().stream().mapToLong(PayMark::difference).sum();
    }

    /** Returns what the run gives for marks of days. */
    public List<PayMark> getMarks() {
        if (marks == null) {
            marks = payRuns.marks(run.id());
        }
        return marks;
    }

    /** Returns the notes of a line in sentences. */
    public List<String> notes(PayLine line) {
        return line.notes().stream()
                .map(code -> Sentences.say(PayNote.sentence(code, line, shown.zone())))
                .toList();
    }

    /** Tells whether time and rate multiply to the total; each student's pay is rounded. */
    public boolean isExact() {
        return run.comesTo(run.total() - getCorrected() - getMarked());
    }

    /** Returns the run that has to be taken back before this one can be, or null. */
    public PayRun getLater() {
        return later;
    }

    /** Tells whether a line shows that it is not what the replaced rehearsal had. */
    public boolean differs(PayLine line) {
        return run.committedAt() == null && line.changed();
    }

    /** Returns what changes against the paid run before; null without one. */
    public Long getAgainstBefore() {
        return before == null ? null : Long.valueOf(run.total() - before.total());
    }

    /** Returns what the button that pays says: the effect with its numbers. */
    public String getPayLabel() {
        boolean one = run.studentCount() == 1;
        String pays = one ? "run.pay.one" : "run.pay";
        String takes = one ? "run.back.one" : "run.back";
        return TEXTS.get(
                run.total() < 0 ? takes : pays,
                show.money(Math.abs(run.total())),
                show.count(run.studentCount()));
    }

    /** Returns to how many of the students something goes, or from how many it comes back. */
    public String getStudentsLabel() {
        return TEXTS.get(
                run.total() < 0 ? "run.students.back" : "run.students",
                run.studentCount(),
                run.lineCount());
    }

    /** Returns what the button that takes back says. */
    public String getReverseLabel() {
        return TEXTS.get(
                run.paidTotal() < 0 ? "run.reverse.give" : "run.reverse.do",
                show.money(Math.abs(run.paidTotal())));
    }

    /** Returns the address of all rows on one page, for paper. */
    public String getAllRows() {
        return PayForm.address(run) + "&rows=all";
    }

    public int getPages() {
        return Math.max(1, (run.lineCount() + rows - 1) / rows);
    }

    public int getFirst() {
        return run.lineCount() == 0 ? 0 : (page - 1) * rows + 1;
    }

    public int getLastRow() {
        return Math.min(page * rows, run.lineCount());
    }

    /** Returns how the time adds up under a rule, or null under the plain one. */
    public PayParts getParts() {
        return parts;
    }

    /** Returns the state as the texts name it. */
    public String getState() {
        return run.state().wire();
    }

    public String getRate() {
        return PaySettings.decimal(run.rateMicrosPerMinute());
    }

    public PayRun getRun() {
        return run;
    }

    public PayRun getBefore() {
        return before;
    }

    public PayRun getReplacement() {
        return replacement;
    }

    public ClassRef getShown() {
        return shown;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
