package org.homeroom.payroll;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Pay of a class: what is due, when, and what was paid. */
@Named
@RequestScoped
public class PayPage {

    private static final int NEWEST = 20;

    @Inject RosterService roster;
    @Inject PayRunService payRuns;
    @Inject PaySettingsService paySettings;
    @Inject HttpServletRequest request;

    private String classId;
    private ClassRef shown;
    private PaySettings settings;
    private PayEstimate estimate;
    private LocalDate nextPayDate;
    private List<PayRun> runs = List.of();

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        classId = request.getParameter("class");
        UUID id = PayForm.id(classId);
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id != null) {
            shown = roster.ownedClass(id);
            settings = paySettings.get(id);
            nextPayDate = paySettings.nextPayDate(id);
            estimate = payRuns.estimate(id);
            runs = payRuns.committed(id, NEWEST);
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

    public ClassRef getShown() {
        return shown;
    }

    public PaySettings getSettings() {
        return settings;
    }

    public PayEstimate getEstimate() {
        return estimate;
    }

    public LocalDate getNextPayDate() {
        return nextPayDate;
    }

    public List<PayRun> getRuns() {
        return runs;
    }

    public void setClassId(String classId) {
        this.classId = classId;
    }
}
