package org.homeroom.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Sentences;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Uploading a tap history and reading, line by line, what became of it. */
@Named
@RequestScoped
public class TapHistoryPage {

    @Inject RosterService roster;
    @Inject TapHistoryImportService imports;

    private String classId;
    private String reportId;
    private String rows;
    private ClassRef target;
    private TapImportReport report;

    /** Returns the class that the taps belong to. */
    public ClassRef getTarget() {
        if (target == null) {
            UUID named = FieldForm.id(classId);
            UUID reported = getReport() == null ? null : report.classId();
            UUID first =
                    named != null || reported != null
                            ? null
                            : roster.myClasses().stream()
                                    .map(ClassRef::id)
                                    .findFirst()
                                    .orElse(null);
            UUID shown = named != null ? named : reported != null ? reported : first;
            target = shown == null ? null : roster.ownedClass(shown);
        }
        return target;
    }

    /** Returns the report that the address names, or null. */
    public TapImportReport getReport() {
        UUID id = FieldForm.id(reportId);
        if (report == null && id != null) {
            TapImportReport kept = imports.report(id);
            report = isAll() ? kept : kept.problemsOnly();
        }
        return report;
    }

    /** Tells whether the plainly accepted lines are shown too. */
    public boolean isAll() {
        return "all".equals(rows);
    }

    /** Takes the file over and shows its report. */
    public void upload() {
        Part file = FieldForm.file("upload");
        if (file == null) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            null,
                            new FacesMessage(
                                    FacesMessage.SEVERITY_ERROR,
                                    Sentences.say("Choose the file first."),
                                    null));
            return;
        }
        TapImportReport[] made = new TapImportReport[1];
        FieldForm.submit(
                "upload",
                () -> made[0] = read(file),
                () -> "/attendance/import?class=" + made[0].classId() + "&report=" + made[0].id());
    }

    private TapImportReport read(Part file) {
        try (InputStream content = file.getInputStream()) {
            return imports.upload(getTarget().id(), file.getSubmittedFileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getClassId() {
        return classId;
    }

    public void setClassId(String classId) {
        this.classId = classId;
    }

    public String getReportId() {
        return reportId;
    }

    public void setReportId(String reportId) {
        this.reportId = reportId;
    }

    public String getRows() {
        return rows;
    }

    public void setRows(String rows) {
        this.rows = rows;
    }
}
