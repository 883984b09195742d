package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;

/** Templates of rewards and fines, for who runs the class. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class AwardTemplateService {

    private static final int LONGEST_TITLE = 100;

    @Inject RosterService roster;
    @Inject AwardTemplateRepository templates;
    @Inject AuditService audit;

    /** Lists them: those in use first, rewards before fines, by title. */
    public List<AwardTemplate> list(UUID classId) {
        return templates.ofClass(roster.ownedClass(classId).id());
    }

    /** Returns one of a class that the caller runs. */
    public AwardTemplate find(UUID id) {
        AwardTemplate found = templates.byId(id).orElseThrow(Refusal::notFound);
        roster.ownedClass(found.classId());
        return found;
    }

    /** Adds one, in use. */
    public AwardTemplate add(UUID classId, AwardKind kind, String title, long amount) {
        AwardTemplate added =
                checked(
                        new AwardTemplate(
                                Ids.next(),
                                roster.ownedClass(classId).id(),
                                kind,
                                title,
                                amount,
                                true,
                                1));
        templates.add(added);
        audit.record("banking.template.added", "template", added.id(), null, said(added));
        return added;
    }

    /**
     * Changes one.
     *
     * @param changed carries the version that the caller saw; its class stays
     * @throws Refusal precondition failed, when somebody changed it since
     */
    public AwardTemplate change(AwardTemplate changed) {
        AwardTemplate before = find(changed.id());
        AwardTemplate checked = checked(changed);
        if (!templates.change(checked)) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this template while you were editing. Look at it again.");
        }
        audit.record(
                "banking.template.changed", "template", changed.id(), said(before), said(checked));
        return find(changed.id());
    }

    private static AwardTemplate checked(AwardTemplate template) {
        if (template.kind() == AwardKind.PAYMENT) {
            throw MoneyRules.wrong("kind", "A template is for rewards or fines.");
        }
        String title = MoneyRules.text("title", template.title());
        if (title.length() > LONGEST_TITLE) {
            throw MoneyRules.wrong("title", "A template's title has at most 100 letters.");
        }
        return new AwardTemplate(
                template.id(),
                template.classId(),
                template.kind(),
                title,
                MoneyRules.positive("amount", template.amount()),
                template.active(),
                template.version());
    }

    private static Map<String, ?> said(AwardTemplate template) {
        return Map.of(
                "kind", template.kind().wire(),
                "title", template.title(),
                "amount", template.amount(),
                "active", template.active());
    }
}
