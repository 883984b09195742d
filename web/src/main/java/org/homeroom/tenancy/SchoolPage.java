package org.homeroom.tenancy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/** One school of the district: what it is, and whether it is open. */
@Named
@RequestScoped
public class SchoolPage {

    private static final Texts TEXTS = Texts.of("tenancy");

    @Inject SchoolAdministrationService schools;
    @Inject HttpServletRequest request;

    private final SchoolForm form = new SchoolForm();
    private SchoolDetail shown;
    private long version;
    private String reason;

    /** Reads the school that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id =
                Optional.ofNullable(FieldForm.id(request.getParameter("id")))
                        .orElseThrow(Refusal::notFound);
        shown = schools.find(id);
        // What a form sends replaces these; the page's other forms show them again.
        form.fill(shown);
        version = shown.version();
    }

    /** Stores what was entered and shows it again. */
    public void save() {
        act("school", () -> schools.change(id(), form.plan(), version), "school.saved");
    }

    /** Closes the school. */
    public void suspend() {
        act("close", () -> schools.suspend(id(), reason), "school.suspended");
    }

    /** Opens the school again. */
    public void reactivate() {
        act("reopen", () -> schools.reactivate(id()), "school.reactivated");
    }

    private void act(String form, Runnable work, String text) {
        if (FieldForm.succeeds(form, work)) {
            FieldForm.say(TEXTS.get(text));
            FieldForm.redirect("/tenancy/school?id=" + id());
        }
    }

    private UUID id() {
        return shown.ref().id();
    }

    public SchoolDetail getShown() {
        return shown;
    }

    public SchoolForm getForm() {
        return form;
    }

    /** Returns the address of the school's own door. */
    public String getAddress() {
        return HostName.of(request).withLabel(shown.ref().subdomain());
    }

    /** Returns what stands behind the label in the school's address. */
    public String getBehind() {
        return "." + HostName.of(request).host();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
