package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.QrCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/** Badges of a class: who has one, and new ones to print. */
@Named
@RequestScoped
public class BadgesPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String MADE = "org.homeroom.badges-made";

    @Inject ClassBadgeService badges;
    @Inject RosterService roster;
    @Inject HttpServletRequest request;

    private UUID classId;
    private List<BadgeLine> lines;
    private List<NewBadge> made;

    /** Names the class before Faces asks what is shown: a form's buttons depend on it. */
    @PostConstruct
    void choose() {
        classId = FieldForm.id(request.getParameter("class"));
        if (classId == null) {
            throw Refusal.notFound();
        }
        made = shownOnce();
    }

    public ClassRef getInClass() {
        return roster.ownedClass(classId);
    }

    /** Returns the students with their badges, by name. */
    public List<BadgeLine> getLines() {
        if (lines == null) {
            lines = badges.list(classId);
        }
        return lines;
    }

    /** Tells whether somebody has no badge yet. */
    public boolean isMissing() {
        return getLines().stream().anyMatch(line -> line.issuedAt() == null);
    }

    /** Tells whether somebody has a badge that new ones would end. */
    public boolean isIssued() {
        return getLines().stream().anyMatch(line -> line.issuedAt() != null);
    }

    /** Makes badges for those without, and shows them this once. */
    public void issueMissing() {
        issue(() -> null);
    }

    /** Makes new badges for everyone, and shows them this once. */
    public void issueAll() {
        issue(
                () ->
                        badges.list(classId).stream()
                                .map(BadgeLine::student)
                                .map(StudentRef::studentId)
                                .toList());
    }

    /** Makes a new badge for one student, and shows it this once. */
    public void issueOne() {
        issue(() -> List.of(FieldForm.sent("student")));
    }

    // Led on, so that reading the page again does not make new badges and end these.
    private void issue(Supplier<List<UUID>> studentIds) {
        FieldForm.submit(
                "list", () -> show(badges.issue(classId, studentIds.get())), this::address);
    }

    /** Takes a badge back. */
    public void revoke() {
        FieldForm.submit(
                "list",
                () -> {
                    badges.revoke(classId, FieldForm.sent("student"));
                    FieldForm.say(TEXTS.get("badges.revoked"));
                },
                this::address);
    }

    private String address() {
        return "/roster/badges?class=" + classId;
    }

    /** Returns the badges just made. */
    public List<NewBadge> getMade() {
        return made;
    }

    /** Returns the badge as a picture. */
    public String qr(NewBadge badge) {
        return QrCode.svg(badge.code(), TEXTS.get("badges.qr"));
    }

    private static void show(List<NewBadge> badges) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(MADE, badges);
    }

    @SuppressWarnings("unchecked")
    private static List<NewBadge> shownOnce() {
        Object badges = FacesContext.getCurrentInstance().getExternalContext().getFlash().get(MADE);
        return badges == null ? List.of() : (List<NewBadge>) badges;
    }
}
