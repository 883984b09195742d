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
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.ClassEntry;
import org.homeroom.ledger.ClassEntryService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Pay of a class: what is due, when, and what was paid. */
@Named
@RequestScoped
public class PayPage {

    private static final int NEWEST = 20;
    private static final int NEWEST_PAY_DAYS = 5;
    private static final int NEWEST_ENTRIES = 100;
    private static final List<String> VIEWS = List.of("days", "students", "history");

    @Inject RosterService roster;
    @Inject PayRunService payRuns;
    @Inject PaySettingsService paySettings;
    @Inject ClassEntryService ledger;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private String classId;
    private ClassRef shown;
    private PaySettings settings;
    private PayEstimate estimate;
    private PaySettingsService.PayDays payDays;
    private List<PayRun> runs = List.of();
    private List<PayDayRow> became = List.of();
    private String view = "days";
    private PayHistory history;
    private List<PayStudent> students;
    private List<ClassEntry> entries;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        classId = request.getParameter("class");
        history = PayHistory.of(request);
        String asked = request.getParameter("view");
        view = asked != null && VIEWS.contains(asked) ? asked : VIEWS.get(0);
        UUID id = PayForm.id(classId);
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id != null) {
            shown = roster.ownedClass(id);
            settings = paySettings.get(id);
            payDays = paySettings.payDays(id);
            estimate = payRuns.estimate(id);
            runs = payRuns.committed(id, NEWEST);
            became = payRuns.payDays(id, NEWEST_PAY_DAYS);
        }
    }

    /** Rehearses a run and shows it; while another one is not finished, shows that. */
    public void rehearse() {
        UUID id = PayForm.id(classId);
        try {
            PayForm.redirect(PayForm.address(payRuns.rehearse(id, null)));
        } catch (PayRunUnderWay other) {
            PayForm.carry(other);
            PayForm.redirect("/payroll/run?id=" + other.run() + "&class=" + id);
        } catch (Refusal refusal) {
            FieldForm.show(refusal, "pay");
        }
    }

    /** Returns the newest run that was paid, or null. */
    public PayRun getLast() {
        return runs.stream().filter(run -> run.state() == PayState.PAID).findFirst().orElse(null);
    }

    /** Returns the run that is going on or stopped half-way, or null. */
    public PayRun getUnfinished() {
        return runs.stream()
                .filter(run -> run.state() == PayState.RUNNING || run.state() == PayState.FAILED)
                .findFirst()
                .orElse(null);
    }

    /** Returns what became of the newest pay days on which the class was to be paid by itself. */
    public List<PayDayRow> getBecame() {
        return became;
    }

    /** Returns which of the page's three parts is shown: days, students or history. */
    public String getView() {
        return view;
    }

    public List<String> getViews() {
        return VIEWS;
    }

    /** Returns the students with what is unpaid and what they were paid. */
    public List<PayStudent> getStudents() {
        if (students == null) {
            students = payRuns.students(shown.id());
        }
        return students;
    }

    /** Returns the newest entries of what the students were paid, given and fined. */
    public List<ClassEntry> getEntries() {
        if (entries == null) {
            entries =
                    ledger.pay(
                            shown.id(),
                            history.first(),
                            history.last(),
                            history.onlyKind(),
                            NEWEST_ENTRIES);
        }
        return entries;
    }

    /** Returns what the history shows. */
    public PayHistory getHistory() {
        return history;
    }

    public List<String> getKinds() {
        return PayHistory.KINDS;
    }

    /** Tells whether the history leaves anything out. */
    public boolean isFiltered() {
        return history.filtered();
    }

    /** Returns the address of the days of the history as a table for spreadsheets. */
    public String getTable() {
        return "/api/v1/classes/"
                + shown.id()
                + "/entries.csv?"
                + history.days(clock.today(shown.zone()));
    }

    /** Returns what a student would get on average, in minor units; 0 while nobody would. */
    public long getAverage() {
        return estimate.students() == 0
                ? 0
                : Math.round((double) estimate.total() / estimate.students());
    }

    /** Returns the rate as the teacher wrote it. */
    public RateShown getRate() {
        return RateShown.of(settings);
    }

    public ClassRef getShown() {
        return shown;
    }

    public PaySettings getSettings() {
        return settings;
    }

    public PayEstimate getEstimate() {
        return estimate;
    }

    /** Returns the pay days that hold for the class, and whose they are. */
    public PaySettingsService.PayDays getPayDays() {
        return payDays;
    }

    public List<PayRun> getRuns() {
        return runs;
    }

    public void setClassId(String classId) {
        this.classId = classId;
    }
}
