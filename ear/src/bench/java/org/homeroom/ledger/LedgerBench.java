package org.homeroom.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.homeroom.kernel.Ids;
import org.homeroom.tenancy.OneConnection;
import org.homeroom.tenancy.TenantTransaction;

/**
 * Entries per second of {@link JournalRepository#post} against RAW, an autocommit single-row insert by
 * the same driver, in interleaved rounds over 16 connections. Prints the median ratio to RAW of the
 * same round. Arguments: JDBC address of a migrated database, then user and password of the
 * application's role, then of the owner's role.
 */
public final class LedgerBench {

    private static final int CONNECTIONS = 16;
    private static final int ACCOUNTS = 20_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final long ROUND_MILLIS = Long.getLong("millis", 1500);

    private final UUID school = Ids.next();
    private final UUID book = Ids.next();
    private final UUID expense = Ids.next();
    private final List<UUID> people = new ArrayList<>();
    private final String[] access;
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    private LedgerBench(String[] access) {
        this.access = access;
    }

    /** Runs all cases. */
    public static void main(String[] arguments) throws Exception {
        LedgerBench bench = new LedgerBench(arguments);
        bench.prepare();
        bench.run();
        bench.threads.shutdown();
        for (Connection connection : bench.connections) {
            connection.close();
        }
    }

    private void run() throws Exception {
        // Entries a call; a negative number puts the untracked account on one side of each.
        Map<String, Integer> cases = new TreeMap<>();
        cases.put("single, random", 1);
        cases.put("single, hot", -1);
        cases.put("100, random", 100);
        cases.put("100, hot", -100);
        Map<String, List<Double>> ratios = new TreeMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double raw = perSecond(this::raw);
            StringBuilder line = new StringBuilder("RAW %.0f/s".formatted(raw));
            for (var one : cases.entrySet()) {
                int size = one.getValue();
                double rate = perSecond(connection -> post(connection, Math.abs(size), size < 0));
                line.append("; %s %.0f/s".formatted(one.getKey(), rate));
                if (round > 0) {
                    // The first round warms up.
                    ratios.computeIfAbsent(one.getKey(), key -> new ArrayList<>()).add(rate / raw);
                }
            }
            System.out.println(line);
        }
        ratios.forEach(
                (name, values) -> {
                    values.sort(null);
                    System.out.printf(
                            "%-16s %.2f of RAW (%.2f to %.2f)%n",
                            name,
                            values.get(values.size() / 2),
                            values.get(0),
                            values.get(values.size() - 1));
                });
    }

    private interface Work {
        /** Works once and returns how many entries or rows that made. */
        int on(Connection connection) throws SQLException;
    }

    private double perSecond(Work work) throws Exception {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = connections.get(i);
            workers.add(
                    () -> {
                        while (System.nanoTime() - start < ROUND_MILLIS * 1_000_000) {
                            done.addAndGet(work.on(connection));
                        }
                        return null;
                    });
        }
        for (Future<Void> worker : threads.invokeAll(workers)) {
            worker.get();
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private int raw(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bench_raw (account, amount) values (?, ?)")) {
            insert.setObject(1, person());
            insert.setLong(2, 100);
            return insert.executeUpdate();
        }
    }

    // As LedgerService.post: the school, the call, the commit.
    private int post(Connection connection, int size, boolean hot) throws SQLException {
        connection.setAutoCommit(false);
        TenantTransaction.set(connection, school);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            UUID from = hot ? expense : person();
            UUID to = person();
            entries.add(entry(from, from.equals(to) ? expense : to));
        }
        JournalRepository journal = new JournalRepository();
        journal.database = new OneConnection(connection);
        journal.post(entries);
        connection.commit();
        return size;
    }

    private JournalEntry entry(UUID from, UUID to) {
        return new JournalEntry(
                book,
                "bench:" + UUID.randomUUID(),
                "transfer",
                "Bench",
                new Cause("bench", null),
                null,
                List.of(new Posting(from, -100), new Posting(to, 100)));
    }

    private UUID person() {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(access[0], user, password);
    }

    private void prepare() throws SQLException {
        for (int i = 0; i < ACCOUNTS; i++) {
            people.add(Ids.next());
        }
        try (Connection owner = connect(access[3], access[4]);
                Statement sql = owner.createStatement()) {
            sql.execute(
                    "create table if not exists bench_raw (id bigint generated always as identity"
                            + " primary key, account uuid, amount bigint)");
            sql.execute("grant insert on bench_raw to homeroom_app");
            sql.execute(
                    "insert into tenancy_school (id, name, subdomain, zone) values ('%s', 'Bench', 'b%s', 'UTC')"
                            .formatted(school, school.toString().substring(24)));
        }
        try (Connection app = connect(access[1], access[2])) {
            app.setAutoCommit(false);
            TenantTransaction.set(app, school);
            open(app);
            app.commit();
        }
        try (Connection owner = connect(access[3], access[4]);
                Statement sql = owner.createStatement()) {
            sql.execute("analyze ledger_account");
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(connect(access[1], access[2]));
        }
    }

    private void open(Connection app) throws SQLException {
        try (Statement sql = app.createStatement();
                PreparedStatement accounts =
                        app.prepareStatement(
                                "insert into ledger_account (school_id, id, book_id, kind, owner_id,"
                                        + " tracked, allow_negative)"
                                        + " select ?, x, ?, 'checking', x, true, true from unnest(?) x")) {
            sql.execute(
                    "insert into ledger_book (school_id, id, kind, currency) values ('%s', '%s', 'token', 'TOK')"
                            .formatted(school, book));
            sql.execute(
                    "insert into ledger_account (school_id, id, book_id, kind, tracked, allow_negative) values ('%s', '%s', '%s', 'pay_expense', false, true)"
                            .formatted(school, expense, book));
            accounts.setObject(1, school);
            accounts.setObject(2, book);
            accounts.setArray(3, app.createArrayOf("uuid", people.toArray()));
            accounts.executeUpdate();
        }
    }
}
