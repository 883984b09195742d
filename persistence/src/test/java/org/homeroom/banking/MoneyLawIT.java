package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeroom.kernel.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * No interleaving of 16 threads of purchases, transfers, gifts between students, pay, money set
 * aside, loans with their instalments and certificates of deposit, over the accounts of a class,
 * loses or makes money or passes a limit; what is asked for twice happens once.
 */
class MoneyLawIT {

    private static final int STUDENTS = 25;
    private static final int THREADS = 16;
    private static final int ACTS = 1000;
    private static final int REPEATED = 200;
    private static final long LIMIT = 3000;
    private static final long FEE = 100;
    private static final long BEGIN = 1000;
    private static final int KINDS = 12;
    private static final int BORROW = 8;
    private static final int END_LOAN = 9;
    private static final int LOCK = 10;
    private static final int UNLOCK = 11;
    private static final int BOOK_DUE = 12;
    private static final int BOOKINGS = 8;

    private final Map<String, Set<UUID>> acknowledged = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> checking = new HashMap<>();
    private final Map<UUID, UUID> savings = new HashMap<>();
    private BankTables tables;
    private LendingActs lending;

    /** Something that a person or program asks for; the same key is the same wish. */
    private record Act(String key, int kind, List<UUID> students, long amount) {

        UUID one() {
            return students.get(0);
        }
    }

    @Test
    void noInterleavingLosesOrMakesMoneyOrPassesALimit() throws Exception {
        long seed = System.nanoTime();
        System.out.println("money law seed " + seed);
        tables = new BankTables(STUDENTS);
        tables.rules("overdraft_fees = true, overdraft_limit = " + LIMIT + ", fee_first = " + FEE);
        lending = new LendingActs(tables);
        for (UUID student : tables.students) {
            checking.put(student, tables.account(student, "checking"));
            savings.put(student, tables.account(student, "savings"));
            tables.move(student, "begin", "payment", "checking", BEGIN);
        }
        List<Act> acts = history(new Random(seed));
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Void> worker = () -> work(acts, next);
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(THREADS, worker))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        prove(acts, "seed " + seed);
    }

    private List<Act> history(Random dice) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            int kind = dice.nextInt(KINDS);
            List<UUID> students = new ArrayList<>(tables.students);
            Collections.shuffle(students, dice);
            long amount = 1 + dice.nextInt(kind == 0 ? 400 : 700);
            acts.add(new Act("law" + i, kind, List.copyOf(students.subList(0, 6)), amount));
        }
        for (int i = 0; i < REPEATED; i++) {
            acts.add(acts.get(dice.nextInt(ACTS)));
        }
        Collections.shuffle(acts, dice);
        for (int i = 1; i <= BOOKINGS; i++) {
            acts.add(i * ACTS / BOOKINGS, new Act("due" + i, BOOK_DUE, tables.students, 1));
        }
        return acts;
    }

    private Void work(List<Act> acts, AtomicInteger next) throws SQLException {
        try (Connection kept = TestDatabase.get().asSchool(tables.school)) {
            for (int i = next.getAndIncrement(); i < acts.size(); i = next.getAndIncrement()) {
                Act act = acts.get(i);
                if (act.kind() == BOOK_DUE) {
                    lending.bookDue(kept);
                    continue;
                }
                List<UUID> entries = tables.inTransaction(kept, () -> ask(act));
                entries.stream()
                        .filter(entry -> entry != null)
                        .forEach(
                                entry ->
                                        acknowledged
                                                .computeIfAbsent(
                                                        act.key(),
                                                        key -> ConcurrentHashMap.newKeySet())
                                                .add(entry));
            }
        }
        return null;
    }

    private List<UUID> ask(Act act) throws SQLException {
        UUID one = act.one();
        UUID other = act.students().get(1);
        return switch (act.kind()) {
            case 0 -> move(act, "pay", "pay_expense", act.students(), act.amount());
            case 1, 2, 3 -> move(act, "purchase", "store_income", List.of(one), -act.amount());
            case 4 -> transfer(act, checking.get(one), savings.get(one), "transfer", null);
            case 5 -> transfer(act, savings.get(one), checking.get(one), "transfer", null);
            case 6 -> setAside(act, checking.get(one));
            case BORROW, END_LOAN, LOCK, UNLOCK -> lend(act);
            default ->
                    transfer(
                            act,
                            checking.get(one),
                            checking.get(other),
                            "student_transfer",
                            1_000_000L);
        };
    }

    private List<UUID> move(
            Act act, String kind, String counter, List<UUID> students, long amount) {
        return tables
                .money
                .move(
                        new MoneyMove(
                                tables.classId,
                                act.key(),
                                kind,
                                "A " + kind,
                                "person",
                                "checking",
                                counter,
                                tables.teacher,
                                students.stream()
                                        .map(one -> new MoneyMove.Share(one, one, amount))
                                        .toList()))
                .stream()
                .map(MovedMoney::entryId)
                .toList();
    }

    private List<UUID> transfer(Act act, UUID from, UUID to, String kind, Long limit) {
        TransferOutcome outcome =
                tables.money.transfer(
                        new Transfer(
                                from,
                                to,
                                act.amount(),
                                act.key(),
                                kind,
                                "A transfer",
                                act.one(),
                                act.one(),
                                limit == null ? null : Instant.now().minusSeconds(3600),
                                limit));
        return Collections.singletonList(outcome.entryId());
    }

    private List<UUID> lend(Act act) {
        switch (act.kind()) {
            case BORROW -> lending.borrow(act.key(), act.one(), act.amount());
            case END_LOAN -> lending.endLoan(act.one(), act.amount());
            case LOCK -> lending.lock(act.key(), act.one(), act.amount());
            default -> lending.unlock(act.one(), act.amount());
        }
        return List.of();
    }

    // As a card does: set aside first, then taken. The hold's id stands for the key.
    private List<UUID> setAside(Act act, UUID account) {
        UUID hold = UUID.nameUUIDFromBytes((tables.school + act.key()).getBytes());
        String placed =
                tables.money
                        .sql
                        .list(
                                "select outcome from ledger_hold_place(?, ?, ?, 'A card', ?, ?)",
                                row -> row.getString("outcome"),
                                hold,
                                account,
                                act.amount(),
                                Instant.now().plusSeconds(3600),
                                tables.teacher)
                        .get(0);
        return placed.equals("held")
                ? tables.money.sql.list(
                        "select entry from ledger_hold_end(?, ?, ?)",
                        row -> row.getObject("entry", UUID.class),
                        hold,
                        act.amount(),
                        tables.teacher)
                : List.of();
    }

    private void prove(List<Act> acts, String seed) throws SQLException {
        assertNull(tables.prove(), seed);
        assertEquals(0, tables.number("select sum(balance) from ledger_balance"), seed);
        assertEquals(
                0,
                tables.number(
                        """
                        select count(*) from ledger_account a
                          where a.tracked and (a.balance, a.version, a.held, a.allow_negative)
                            is distinct from ((
                              select coalesce(sum(p.amount), 0)::bigint from ledger_posting p
                                where p.school_id = a.school_id and p.account_id = a.id), (
                              select count(*) from ledger_posting p
                                where p.school_id = a.school_id and p.account_id = a.id),
                              0::bigint, a.kind = 'loan')
                            or a.tracked and a.version > 0 and a.balance <> (
                              select p.balance_after from ledger_posting p
                                where p.school_id = a.school_id and p.account_id = a.id
                                  and p.account_version = a.version)
                        """),
                seed);
        // Not only at the end: no posting ever left an account below its limit.
        assertEquals(
                0,
                tables.number(
                        """
                        select count(*) from ledger_posting p
                          join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                          where a.kind = 'loan' and p.balance_after > 0
                            or a.kind <> 'loan' and p.balance_after <
                              case a.kind when 'checking' then ? else 0 end
                        """,
                        -LIMIT),
                seed);
        long people =
                BEGIN * STUDENTS
                        + lending.prove(seed)
                        - FEE
                                * tables.number(
                                        "select count(*) from ledger_entry where kind = 'overdraft_fee'");
        Set<String> seen = new HashSet<>();
        int entries = 0;
        for (Act act : acts) {
            Set<UUID> given = acknowledged.getOrDefault(act.key(), Set.of());
            if (seen.add(act.key())) {
                // Everybody's pay or nobody's; one entry whatever was asked again.
                assertTrue(
                        given.isEmpty() || given.size() == (act.kind() == 0 ? 6 : 1),
                        seed + ": " + act);
                entries += given.size();
                people +=
                        switch (act.kind()) {
                            case 0 -> given.size() * act.amount();
                            case 1, 2, 3, 6 -> -given.size() * act.amount();
                            default -> 0;
                        };
            }
        }
        assertEquals(people, tables.people(), seed);
        assertEquals(
                entries,
                tables.number(
                        "select count(*) from ledger_entry where (idempotency_key like 'law%' or kind = 'hold')"
                                + " and kind <> 'overdraft_fee'"),
                seed);
        assertTrue(entries > ACTS / 3, seed);
    }
}
