package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What an award would do, and what an act did. */
class AwardRepositoryIT {

    private BankTables tables;
    private UUID ann;
    private UUID ben;

    @BeforeEach
    void open() throws SQLException {
        tables = new BankTables(5);
        ann = tables.students.get(0);
        ben = tables.students.get(1);
    }

    @Test
    void aRehearsalSaysWhoIsShortAndBooksNothing() throws SQLException {
        tables.move(ann, "a", "reward", "checking", 500);
        String before = tables.balances();

        List<AwardLine> lines = weigh(award(UUID.randomUUID(), "fine", -200));

        assertEquals(300, lines.get(0).after());
        assertFalse(lines.get(0).isShort());
        assertTrue(lines.get(1).isShort());
        assertEquals(0, lines.get(1).after());
        assertEquals(before, tables.balances());
    }

    /**
     * The law: what is rehearsed is what is booked, whoever has what and whatever the rules; those
     * who have too little are named, and the others are booked without them.
     */
    @RepeatedTest(12)
    void whatIsRehearsedIsBooked(RepetitionInfo run) throws SQLException {
        Random dice = new Random(run.getCurrentRepetition());
        boolean covers = run.getCurrentRepetition() % 2 == 0;
        tables.rules(
                "overdraft_protection = %s, overdraft_fees = %s, overdraft_limit = 5000,"
                                .formatted(covers, !covers)
                        + " fee_kind = 'progressive', fee_first = 300, fee_second = 500, fee_later = 700,"
                        + " fee_month_cap = 900");
        Set<String> outcomes = new HashSet<>();
        for (int step = 0; step < 12; step++) {
            for (UUID student : tables.students) {
                String account = dice.nextBoolean() ? "checking" : "savings";
                tables.move(
                        student, "s" + step + student, "reward", account, 1 + dice.nextInt(400));
            }
            UUID act = UUID.randomUUID();
            long amount = -1 - dice.nextInt(step % 3 == 0 ? 90 : 900);
            List<UUID> others = withoutTheShort(award(act, "fine", amount));
            outcomes.addAll(bookedAsRehearsed(award(act, "fine", amount, others)));
        }
        assertEquals(Set.of("posted", covers ? "covered" : "overdrawn"), outcomes);
    }

    private List<UUID> withoutTheShort(MoneyMove fine) throws SQLException {
        List<AwardLine> rehearsed = weigh(fine);
        List<UUID> tooLittle =
                rehearsed.stream().filter(AwardLine::isShort).map(AwardLine::studentId).toList();
        if (!tooLittle.isEmpty()) {
            List<MovedMoney> refused = tables.inTransaction(() -> tables.money.move(fine));
            assertEquals(tooLittle, refused.stream().map(MovedMoney::studentId).toList());
            assertEquals(0, tables.inTransaction(() -> tables.awards.booked(fine)));
        }
        return rehearsed.stream()
                .map(AwardLine::studentId)
                .filter(one -> !tooLittle.contains(one))
                .toList();
    }

    private Set<String> bookedAsRehearsed(MoneyMove fine) throws SQLException {
        List<AwardLine> rehearsed = weigh(fine);
        tables.inTransaction(() -> tables.money.move(fine));
        for (AwardLine line : rehearsed) {
            UUID who = line.studentId();
            assertEquals(line.after(), tables.balance(who, "checking"), line.toString());
            assertEquals(line.spare() - line.fromSavings(), tables.balance(who, "savings"));
        }
        return rehearsed.stream().map(AwardLine::outcome).collect(Collectors.toSet());
    }

    /** Behind Back a known act may be sent for more students; it must not pass for a new one. */
    @Test
    void anActThatSomeHaveIsNeitherNewNorDone() throws SQLException {
        UUID act = UUID.randomUUID();
        MoneyMove two = award(act, "reward", 500, List.of(ann, ben));
        MoneyMove three = award(act, "reward", 500, tables.students.subList(0, 3));
        assertEquals(0, tables.inTransaction(() -> tables.awards.booked(two)));

        tables.inTransaction(() -> tables.money.move(two));

        assertEquals(2, tables.inTransaction(() -> tables.awards.booked(two)));
        assertEquals(2, tables.inTransaction(() -> tables.awards.booked(three)));
    }

    /** While it is given, the class's rules stay as they are. */
    @Test
    void theRulesAreHeldUntilItIsGiven() throws SQLException {
        tables.rules("overdraft_fees = true");
        MoneyMove reward = award(UUID.randomUUID(), "reward", 500);

        try (Connection other = TestDatabase.get().asSchool(tables.school);
                Statement change = other.createStatement()) {
            change.execute("set lock_timeout = '200ms'");
            tables.inTransaction(
                    () -> {
                        tables.awards.hold(reward);
                        SQLException waited =
                                assertThrows(
                                        SQLException.class,
                                        () ->
                                                change.execute(
                                                        "update banking_settings set"
                                                                + " overdraft_fees = false"));
                        assertEquals("55P03", waited.getSQLState());
                        return null;
                    });
        }
    }

    /** The oldest act of a full window may have more students than it shows. */
    @Test
    void anActAtTheEdgeOfWhatIsLookedAtIsLeftOut() throws SQLException {
        UUID older = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        tables.inTransaction(() -> tables.money.move(award(older, "reward", 100)));
        tables.inTransaction(() -> tables.money.move(award(newer, "reward", 100)));

        assertEquals(List.of(newer), lately(8));
        assertEquals(List.of(newer, older), lately(11));
    }

    private List<UUID> lately(int window) throws SQLException {
        return tables.inTransaction(() -> tables.awards.lately(tables.classId, 5, window)).stream()
                .map(GivenAward::id)
                .toList();
    }

    @Test
    void anActIsFoundWithAllThatCameWithIt() throws SQLException {
        tables.rules("overdraft_protection = true");
        tables.move(ann, "a", "payment", "savings", 500);
        tables.move(ben, "b", "reward", "checking", 500);
        UUID act = UUID.randomUUID();
        MoneyMove fine =
                new MoneyMove(
                        tables.classId,
                        "fine:" + act,
                        "fine",
                        "Noise",
                        "person",
                        "checking",
                        "fine_income",
                        tables.teacher,
                        List.of(
                                new MoneyMove.Share(ann, null, -200),
                                new MoneyMove.Share(ben, null, -200)));
        assertEquals(0, tables.inTransaction(() -> tables.awards.booked(fine)));
        String before = tables.balances();

        tables.inTransaction(() -> tables.money.move(fine));

        List<AwardEntry> entries =
                tables.inTransaction(() -> tables.awards.entries(tables.classId, act));
        assertEquals(
                List.of(":-200", ":-200", "cover:200"),
                entries.stream().map(one -> one.part() + ":" + one.amount()).sorted().toList());
        assertTrue(entries.stream().allMatch(AwardEntry::isStanding));
        assertEquals(2, tables.inTransaction(() -> tables.awards.booked(fine)));
        GivenAward given =
                tables.inTransaction(() -> tables.awards.lately(tables.classId, 5)).get(0);
        assertEquals(act, given.id());
        assertEquals(-400, given.total());
        assertEquals(2, given.students());
        assertEquals(0, given.takenBack());
        assertTrue(
                tables.inTransaction(() -> tables.awards.entries(tables.classId, ann)).isEmpty());

        String ids =
                entries.stream()
                        .map(one -> one.entryId().toString())
                        .collect(Collectors.joining(",", "{", "}"));
        tables.number(
                "select count(*) from ledger_reverse(?::text::uuid[], 'reverse', 'Wrong', null)",
                ids);
        assertEquals(before, tables.balances());
    }

    @Test
    void whatIsLeftOfAnActIsKnown() throws SQLException {
        UUID act = UUID.randomUUID();
        tables.inTransaction(() -> tables.money.move(award(act, "reward", 100)));
        List<UUID> ids =
                tables.inTransaction(() -> tables.awards.entries(tables.classId, act)).stream()
                        .map(AwardEntry::entryId)
                        .toList();

        tables.number(
                "select count(*) from ledger_reverse(array[?::uuid], 'reverse', 'Wrong', null)",
                ids.get(0));

        List<AwardEntry> after =
                tables.inTransaction(() -> tables.awards.entries(tables.classId, act));
        assertEquals(
                List.of(ids.get(0)),
                after.stream()
                        .filter(one -> !one.isStanding())
                        .map(AwardEntry::entryId)
                        .collect(Collectors.toList()));
        assertEquals(
                1,
                tables.inTransaction(() -> tables.awards.lately(tables.classId, 5))
                        .get(0)
                        .takenBack());
    }

    private List<AwardLine> weigh(MoneyMove move) throws SQLException {
        return tables.inTransaction(() -> tables.awards.weigh(move));
    }

    // For everybody.
    private MoneyMove award(UUID act, String kind, long amount) {
        return award(act, kind, amount, tables.students);
    }

    private MoneyMove award(UUID act, String kind, long amount, List<UUID> students) {
        return new MoneyMove(
                tables.classId,
                kind + ":" + act,
                kind,
                "A " + kind,
                "person",
                "checking",
                kind.equals("fine") ? "fine_income" : "pay_expense",
                tables.teacher,
                students.stream().map(one -> new MoneyMove.Share(one, null, amount)).toList());
    }
}
