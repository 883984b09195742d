package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** Rewards, fines and payments to chosen students of a class that the caller runs. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class AwardService {

    @Inject RosterService roster;
    @Inject MoneyDesk desk;
    @Inject AuditService audit;

    /**
     * Books one entry per student, all or none; the same act again answers what was booked then.
     *
     * @throws ShortOfMoney when a student has too little for a fine
     * @throws Refusal when nobody is chosen, the amount or reason is missing, or a student is not
     *     of the class
     */
    public List<MovedMoney> give(Award award) {
        ClassRef found = roster.ownedClass(award.classId());
        List<UUID> students = MoneyRules.students(award.students());
        long amount = amount(award);
        String reason = MoneyRules.text("reason", award.reason());
        UUID by = CallerContext.require().accountId();
        Map<UUID, String> names =
                roster.students(found.id()).stream()
                        .collect(Collectors.toMap(StudentRef::studentId, StudentRef::displayName));
        if (!names.keySet().containsAll(students)) {
            throw Refusal.notFound();
        }
        List<MovedMoney> booked =
                desk.move(
                        new MoneyMove(
                                found.id(),
                                award.kind().wire() + ":" + award.id(),
                                award.kind().wire(),
                                reason,
                                "person",
                                award.account(),
                                award.kind().counter(),
                                by,
                                students.stream()
                                        .map(one -> new MoneyMove.Share(one, by, amount))
                                        .toList()),
                        found.currency(),
                        names::get);
        if (booked.stream().anyMatch(one -> !one.replayed())) {
            audit.record(
                    "banking." + award.kind().wire() + ".given",
                    "class",
                    found.id(),
                    null,
                    Map.of(
                            "act", award.id(),
                            "students", students,
                            "account", award.account(),
                            "amount", amount,
                            "reason", reason));
        }
        return booked;
    }

    private static long amount(Award award) {
        boolean savings = award.account().equals("savings");
        if (!savings && !award.account().equals("checking")) {
            throw MoneyRules.wrong("account", "Choose checking or savings.");
        }
        return switch (award.kind()) {
            case REWARD -> MoneyRules.positive("amount", award.amount());
            case FINE -> -MoneyRules.positive("amount", award.amount());
            case PAYMENT -> MoneyRules.signed("amount", award.amount());
        };
    }
}
