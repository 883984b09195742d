package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.tenancy.HostName;

/** Who follows a pupil: codes for the family, and ending it. */
@Named
@RequestScoped
public class FamilyPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String MADE = "org.homeroom.family.code";

    @Inject GuardianService guardians;
    @Inject RosterService roster;
    @Inject HttpServletRequest request;

    private UUID classId;
    private UUID studentId;
    private Family family;
    private NewGuardianCode made;

    /** Names class and pupil before Faces asks what is shown: a form's buttons depend on it. */
    @PostConstruct
    void choose() {
        classId = FieldForm.id(request.getParameter("class"));
        studentId = FieldForm.id(request.getParameter("student"));
        if (classId == null || studentId == null) {
            throw Refusal.notFound();
        }
        made = (NewGuardianCode) flash().get(MADE);
    }

    /** Returns who follows the pupil. */
    public Family getFamily() {
        if (family == null) {
            family = guardians.family(classId, studentId);
        }
        return family;
    }

    public ClassRef getInClass() {
        return roster.ownedClass(classId);
    }

    /** Makes a code and shows it, this once, on a page that may be loaded again. */
    public void invite() {
        FieldForm.submit(
                "code", () -> flash().put(MADE, guardians.invite(classId, studentId)), this::here);
        family = null;
    }

    /** Changes how much somebody sees. */
    public void change() {
        act(
                () ->
                        guardians.change(
                                classId,
                                studentId,
                                FieldForm.sent("guardian"),
                                request.getParameter("rights"),
                                request.getParameter("primary") != null),
                "family.changed");
    }

    /** Takes a code back. */
    public void revoke() {
        act(() -> guardians.revoke(classId, studentId, FieldForm.sent("code")), "family.revoked");
    }

    /** Ends that somebody follows the pupil. */
    public void unlink() {
        act(
                () -> guardians.unlink(classId, studentId, FieldForm.sent("guardian")),
                "family.unlinked");
    }

    private void act(Runnable work, String said) {
        if (FieldForm.succeeds("list", work)) {
            FieldForm.say(TEXTS.get(said));
            FieldForm.redirect(here());
        }
        family = null;
    }

    private String here() {
        return "/roster/family?class=" + classId + "&student=" + studentId;
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    /** Returns how much somebody may see, the most first. */
    public GuardianRights[] getChoices() {
        return GuardianRights.values();
    }

    /** Returns the code just made, or null. */
    public NewGuardianCode getMade() {
        return made;
    }

    /** Returns the address that the code is taken at. */
    public String getLink() {
        return HostName.of(request).address() + "/roster/child?code=" + made.code();
    }
}
