package org.homeroom.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.homeroom.kernel.FieldForm;

/**
 * Whether schools are apart: the newest report, or the one that the address names, and all others.
 */
@Named
@RequestScoped
public class IsolationPage {

    private static final String RUNNING = "running";

    @Inject IsolationReportService reports;
    @Inject HttpServletRequest request;

    private String id;
    private List<IsolationReportJson> rows;

    /** Begins a report and leads to the page that shows it. */
    public String begin() {
        reports.begin();
        return "/operations/isolation?faces-redirect=true";
    }

    /** Tells whether the browser watches the check at work; the last look finds it ended. */
    public boolean isWatched() {
        return isRunning() || request.getParameter("progress") != null;
    }

    /** Asked again and again while the check is at work; leads to what it found when it ended. */
    public void look() {
        if (!isRunning()) {
            FieldForm.redirect("/operations/isolation");
        }
    }

    private boolean isRunning() {
        return getShown() != null && RUNNING.equals(getShown().state());
    }

    /** Returns the reports, the newest first. */
    public List<IsolationReportJson> getRows() {
        if (rows == null) {
            rows =
                    reports.newest().stream()
                            .map(one -> IsolationReportJson.of(one, reports.isSound(one)))
                            .toList();
        }
        return rows;
    }

    /** Returns the report shown in full, null when there is none. */
    public IsolationReportJson getShown() {
        return getRows().stream()
                .filter(one -> Objects.equals(one.id().toString(), id))
                .findFirst()
                .orElseGet(() -> getRows().isEmpty() ? null : getRows().get(0));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
