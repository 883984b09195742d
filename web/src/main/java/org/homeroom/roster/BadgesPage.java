package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.QrCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/** Badges of a class: who has one, and new ones to print. */
@Named
@RequestScoped
public class BadgesPage {

    private static final Texts TEXTS = Texts.of("roster");

    @Inject ClassBadgeService badges;
    @Inject RosterService roster;
    @Inject HttpServletRequest request;

    private UUID classId;
    private List<BadgeLine> lines;
    private List<NewBadge> made = List.of();

    /** Names the class before Faces asks what is shown: a form's buttons depend on it. */
    @PostConstruct
    void choose() {
        classId = FieldForm.id(request.getParameter("class"));
        if (classId == null) {
            throw Refusal.notFound();
        }
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
        issue(null);
    }

    /** Makes new badges for everyone, and shows them this once. */
    public void issueAll() {
        issue(badges.list(classId).stream().map(line -> line.student().studentId()).toList());
    }

    /** Makes a new badge for one student, and shows it this once. */
    public void issueOne(UUID studentId) {
        issue(List.of(studentId));
    }

    private void issue(List<UUID> studentIds) {
        FieldForm.succeeds("list", () -> made = badges.issue(classId, studentIds));
        lines = null;
    }

    /** Takes a badge back. */
    public void revoke(UUID studentId) {
        if (FieldForm.succeeds("list", () -> badges.revoke(classId, studentId))) {
            FieldForm.say(TEXTS.get("badges.revoked"));
            FieldForm.redirect("/roster/badges?class=" + classId);
        }
    }

    /** Returns the badges just made. */
    public List<NewBadge> getMade() {
        return made;
    }

    /** Returns the badge as a picture. */
    public String qr(NewBadge badge) {
        return QrCode.svg(badge.code(), TEXTS.get("badges.qr"));
    }
}
