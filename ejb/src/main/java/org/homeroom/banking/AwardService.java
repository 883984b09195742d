package org.homeroom.banking;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.ledger.AlreadyReversed;
import org.homeroom.ledger.LedgerService;
import org.homeroom.ledger.PostedEntry;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/**
 * Rewards, fines and payments to chosen students of a class that the caller runs: rehearsed, given,
 * and taken back as they were given.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class AwardService {

    @Inject RosterService roster;
    @Inject MoneyDesk desk;
    @Inject AwardRepository awards;
    @Inject LedgerService ledger;
    @Inject AuditService audit;

    /**
     * Computes what it would do to each student, and books nothing.
     *
     * @throws Refusal as {@link #give(Award)}, but for who has too little
     */
    public AwardRehearsal rehearse(Award award) {
        ClassRef found = roster.ownedClass(award.classId());
        Map<UUID, String> names = names(found);
        return weighed(award, move(award, found, names), names);
    }

    /**
     * Books one entry per student, all or none; the same act again answers what was booked then.
     *
     * @throws ShortOfMoney when a student has too little for a fine
     * @throws Refusal when nobody is chosen, the amount or reason is missing, or a student is not
     *     of the class
     */
    public List<MovedMoney> give(Award award) {
        return give(award, null);
    }

    /**
     * Books it as it was rehearsed.
     *
     * @param fingerprint what the rehearsal gave; null for no rehearsal
     * @throws Refusal as {@link #give(Award)}, and conflict when something else would happen than
     *     was rehearsed, or when some of the students have it already
     */
    public List<MovedMoney> give(Award award, @Nullable String fingerprint) {
        ClassRef found = roster.ownedClass(award.classId());
        MoneyRules.act(award.id());
        Map<UUID, String> names = names(found);
        MoneyMove move = move(award, found, names);
        if (fingerprint != null) {
            awards.hold(move);
            check(award, move, names, fingerprint);
        }
        List<MovedMoney> booked = desk.move(move, found.currency(), names::get);
        if (booked.stream().anyMatch(one -> !one.replayed())) {
            audit.record(
                    "banking." + award.kind().wire() + ".given",
                    "class",
                    found.id(),
                    null,
                    Map.of(
                            "act", award.id(),
                            "students",
                                    move.shares().stream().map(MoneyMove.Share::studentId).toList(),
                            "account", award.account(),
                            "amount", move.shares().get(0).amount(),
                            "reason", move.text()));
        }
        return booked;
    }

    // What all of them have already is answered again, whatever changed since.
    private void check(Award award, MoneyMove move, Map<UUID, String> names, String fingerprint) {
        int known = awards.booked(move);
        if (known == move.shares().size()) {
            return;
        }
        if (known > 0) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Some of these students have this already. Nothing was booked. Rehearse again.");
        }
        if (!weighed(award, move, names).fingerprint().equals(fingerprint)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "A seat, a balance or the settings changed since this rehearsal. Nothing"
                            + " was booked. Rehearse again.");
        }
    }

    /** Tells whether the act gave a student of the class anything; none gave nothing. */
    public boolean isGiven(UUID classId, @Nullable UUID act) {
        UUID id = roster.ownedClass(classId).id();
        return act != null && !awards.entries(id, act).isEmpty();
    }

    /** Lists what was given in a class lately, the newest first. */
    public List<GivenAward> lately(UUID classId, int limit) {
        return awards.lately(roster.ownedClass(classId).id(), limit);
    }

    /**
     * Lists what an act booked, by name, with what savings gave and what going below zero cost.
     *
     * @throws Refusal not found, when the class has no such act
     */
    public List<AwardEntry> entries(UUID classId, UUID act) {
        List<AwardEntry> found = awards.entries(roster.ownedClass(classId).id(), act);
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return found.stream()
                .sorted(
                        Comparator.comparing(
                                AwardEntry::name, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * Takes back what is left of an act, in all accounts that it touched.
     *
     * @param reason students read it
     * @return for how many students it was taken back
     * @throws Refusal conflict, when nothing is left of it
     */
    public int takeBack(UUID classId, UUID act, String reason) {
        List<AwardEntry> left =
                entries(classId, act).stream().filter(AwardEntry::isStanding).toList();
        String why = MoneyRules.text("reason", reason);
        if (left.isEmpty()) {
            throw new Refusal(ErrorCode.CONFLICT, "This was taken back already.");
        }
        List<UUID> ids = left.stream().map(AwardEntry::entryId).toList();
        if (ledger.reverse(ids, "reverse", why).stream().anyMatch(PostedEntry::replayed)) {
            throw new AlreadyReversed();
        }
        int students = (int) left.stream().map(AwardEntry::studentId).distinct().count();
        audit.record(
                "banking.award.reversed",
                "class",
                classId,
                null,
                Map.of("act", act, "students", students, "reason", why));
        return students;
    }

    private Map<UUID, String> names(ClassRef found) {
        return roster.students(found.id()).stream()
                .collect(Collectors.toMap(StudentRef::studentId, StudentRef::displayName));
    }

    private static MoneyMove move(Award award, ClassRef found, Map<UUID, String> names) {
        List<UUID> students = MoneyRules.students(award.students());
        long amount = amount(award);
        String reason = MoneyRules.text("reason", award.reason());
        if (!names.keySet().containsAll(students)) {
            throw Refusal.notFound();
        }
        UUID by = CallerContext.require().accountId();
        return new MoneyMove(
                found.id(),
                award.kind().wire() + ":" + award.id(),
                award.kind().wire(),
                reason,
                "person",
                award.account(),
                award.kind().counter(),
                by,
                students.stream().map(one -> new MoneyMove.Share(one, by, amount)).toList());
    }

    private AwardRehearsal weighed(Award award, MoneyMove move, Map<UUID, String> names) {
        List<AwardRehearsal.Line> lines =
                awards.weigh(move).stream()
                        .map(one -> new AwardRehearsal.Line(names.get(one.studentId()), one))
                        .sorted(
                                Comparator.comparing(
                                                (AwardRehearsal.Line one) -> !one.what().isShort())
                                        .thenComparing(AwardRehearsal.Line::name)
                                        .thenComparing(one -> one.what().studentId()))
                        .toList();
        return new AwardRehearsal(award, lines, fingerprint(move, lines));
    }

    private static String fingerprint(MoneyMove move, List<AwardRehearsal.Line> lines) {
        String all =
                Stream.concat(
                                Stream.of(move.classId(), move.kind(), move.account(), move.text()),
                                lines.stream().map(AwardRehearsal.Line::what))
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static long amount(Award award) {
        boolean savings = "savings".equals(award.account());
        if (!savings && !"checking".equals(award.account())) {
            throw MoneyRules.wrong("account", "Choose checking or savings.");
        }
        return switch (award.kind()) {
            case REWARD -> MoneyRules.positive("amount", award.amount());
            case FINE -> -MoneyRules.positive("amount", award.amount());
            case PAYMENT -> MoneyRules.signed("amount", award.amount());
        };
    }
}
