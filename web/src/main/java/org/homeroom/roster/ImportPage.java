package org.homeroom.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Sentences;

/** Uploading a class list and reading, line by line, what became of it. */
@Named
@RequestScoped
public class ImportPage {

    private static final String LIST = "list";

    @Inject RosterService roster;
    @Inject RosterImportService imports;
    @Inject HttpServletRequest request;

    private String classId;
    private String reportId;
    private String rows;
    private ClassRef target;
    private ImportReport report;
    private ImportRehearsal rehearsal;
    private String list;
    private String fileName;

    /** Returns the class that the list is for. */
    public ClassRef getTarget() {
        if (target == null) {
            UUID named = FieldForm.id(classId);
            UUID reported = getReport() == null ? null : getReport().classId();
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

    /** Returns what is shown line by line: of a rehearsal, else of the address, or null. */
    public ImportReport getReport() {
        if (rehearsal != null) {
            return rehearsal.report().problemsOnly();
        }
        UUID id = FieldForm.id(reportId);
        if (report == null && id != null) {
            ImportReport kept = imports.report(id);
            report = isAll() ? kept : kept.problemsOnly();
        }
        return report;
    }

    /** Tells whether the plainly accepted lines are shown too. */
    public boolean isAll() {
        return "all".equals(rows);
    }

    /** Takes the file over and shows its report; what opens classes is shown before it lands. */
    public void upload() {
        Part file = FieldForm.file("upload");
        if (file == null) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            null,
                            new FacesMessage(
                                    FacesMessage.SEVERITY_ERROR,
                                    Sentences.say("Choose the list first."),
                                    null));
            return;
        }
        fileName = file.getSubmittedFileName();
        list = PackedList.pack(bytes(file));
        if (FieldForm.succeeds("upload", this::rehearse) && !rehearsal.isOpening()) {
            String shown = rehearsal.fingerprint();
            rehearsal = null;
            land("upload", shown);
        }
    }

    /** Lands the list as it was shown; shows anew what it would do when that is no longer so. */
    public void confirm() {
        list = request.getParameter(LIST);
        fileName = request.getParameter("name");
        if (!land("confirm", request.getParameter("fingerprint"))) {
            FieldForm.succeeds("confirm", this::rehearse);
        }
    }

    private boolean land(String form, String fingerprint) {
        return FieldForm.succeeds(
                form,
                () -> {
                    ImportReport made =
                            read(
                                    content ->
                                            imports.upload(
                                                    getTarget().id(),
                                                    fileName,
                                                    content,
                                                    fingerprint));
                    FieldForm.redirect(
                            "/roster/import?class=" + made.classId() + "&report=" + made.id());
                });
    }

    private void rehearse() {
        rehearsal = read(content -> imports.rehearse(getTarget().id(), fileName, content));
    }

    /** Does something with what a file holds. */
    private interface Reading<T> {
        T of(InputStream content) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (InputStream content = PackedList.open(list)) {
            return reading.of(content);
        } catch (IOException e) {
            throw PackedList.none();
        }
    }

    private static byte[] bytes(Part file) {
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(RosterImportService.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether what the list would do is shown, or was and has been answered. */
    public boolean isConfirming() {
        return rehearsal != null || request.getParameter(LIST) != null;
    }

    /** Returns what the list would do, or null. */
    public ImportRehearsal getRehearsal() {
        return rehearsal;
    }

    /** Returns the lines that would plainly land. */
    public List<ImportRow> getPlain() {
        return rehearsal == null
                ? List.of()
                : rehearsal.report().rows().stream().filter(ImportRow::isPlain).toList();
    }

    /** Returns the list as the form carries it. */
    public String getList() {
        return list;
    }

    public String getFileName() {
        return fileName;
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
