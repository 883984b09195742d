package org.homeroom.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.homeroom.payroll.BenchClass;

/**
 * What row-level security costs: the same queries of the application's role on tables of a million
 * rows in twenty schools, with it and with it switched off, in turns. Prints the median of the ratios
 * of the rounds; 1.15 is allowed. {@code rounds} (9) and {@code queries} (2000) a round can be set.
 */
public final class IsolationBench {

    private static final int SCHOOLS = 20;
    private static final int STUDENTS = 500;
    private static final int DAYS = 50;
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int QUERIES = Integer.getInteger("queries", 2000);
    private static final double BOUND = 1.15;
    private static final List<String> TABLES =
            List.of("attendance_tap", "ledger_entry", "ledger_posting", "ledger_account", "roster_seat");

    /** One account's statement, one student's day, one class's day, one class's balances. */
    private static final Map<String, String> CASES = new LinkedHashMap<>();

    static {
        CASES.put(
                "statement of 50 lines",
                """
                select e.recorded_at, e.kind, e.description, p.amount, p.balance_after
                  from ledger_posting p
                  join ledger_entry e on e.school_id = p.school_id and e.book_id = p.book_id and e.id = p.entry_id
                 where p.school_id = current_school() and p.account_id = ? and p.account_version is not null
                 order by p.account_version desc limit 50
                """);
        CASES.put(
                "a student's taps of a day",
                """
                select t.id, t.action, t.at from attendance_tap t
                 where t.school_id = current_school() and t.class_id = ? and t.student_id = ?
                   and t.at >= '2026-10-20' and t.at < '2026-10-21' order by t.at
                """);
        CASES.put(
                "a class's taps of a day",
                """
                select t.student_id, count(*), max(t.at) from attendance_tap t
                 where t.school_id = current_school() and t.class_id = ?
                   and t.at >= '2026-10-20' and t.at < '2026-10-21' group by t.student_id
                """);
        CASES.put(
                "balances of a class",
                """
                select s.first_name, a.kind, a.balance from roster_seat s
                  join ledger_account a on a.school_id = s.school_id and a.book_id = s.class_id
                       and a.owner_id = s.student_id
                 where s.school_id = current_school() and s.class_id = ?
                """);
    }

    private final String[] access;
    private final List<BenchClass> classes = new ArrayList<>();
    private final Map<UUID, List<UUID[]>> people = new LinkedHashMap<>();

    private IsolationBench(String[] access) {
        this.access = access;
    }

    /** Fills the tables and measures. */
    public static void main(String[] access) throws Exception {
        IsolationBench bench = new IsolationBench(access);
        bench.prepare();
        bench.run();
    }

    private void prepare() throws SQLException {
        for (int i = 0; i < SCHOOLS; i++) {
            BenchClass one = new BenchClass(access, STUDENTS, DAYS);
            one.prepare();
            one.asSchool(
                    """
                    with paid as (
                      select gen_random_uuid() as entry, a.id as account, n as version
                        from ledger_account a, generate_series(1, %2$d) n where a.kind = 'checking'),
                    noted as (
                      insert into ledger_entry (school_id, book_id, id, idempotency_key, request_hash,
                          kind, description, cause_type)
                        select current_school(), '%1$s'::uuid, entry, 'bench:' || entry, ''::bytea, 'pay', 'Pay', 'pay_run'
                          from paid returning id)
                    insert into ledger_posting (school_id, book_id, entry_id, line, account_id, amount,
                        balance_after, account_version)
                      select current_school(), '%1$s'::uuid, entry, 1, account, 100::bigint, version * 100::bigint, version::bigint from paid
                      union all
                      select current_school(), '%1$s'::uuid, entry, 2, x.id, -100::bigint, null::bigint, null::bigint
                        from paid, ledger_account x where x.kind = 'pay_expense';
                    update ledger_account set balance = %2$d * 100, version = %2$d where kind = 'checking'
                    """
                            .formatted(one.classId(), DAYS));
            people.put(one.classId(), people(one));
            classes.add(one);
        }
        classes.get(0).asOwner("vacuum analyze");
    }

    private List<UUID[]> people(BenchClass one) throws SQLException {
        try (Connection app = bound(one);
                PreparedStatement ask =
                        app.prepareStatement(
                                "select owner_id, id from ledger_account where kind = 'checking'");
                ResultSet row = ask.executeQuery()) {
            List<UUID[]> found = new ArrayList<>();
            while (row.next()) {
                found.add(new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)});
            }
            return found;
        }
    }

    private void run() throws SQLException {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Map<String, Double> guarded = new LinkedHashMap<>();
            Map<String, Double> open = new LinkedHashMap<>();
            // By turns, so that neither always has the warmer memory.
            boolean first = round % 2 == 0;
            measure(first, first ? guarded : open);
            measure(!first, first ? open : guarded);
            for (String name : CASES.keySet()) {
                if (round > 0) {
                    ratios.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(guarded.get(name) / open.get(name));
                }
            }
        }
        security(true);
        ratios.forEach(
                (name, values) -> {
                    values.sort(null);
                    System.out.printf(
                            "%-26s %.2f with row-level security (%.2f to %.2f), %.2f allowed%n",
                            name,
                            values.get(values.size() / 2),
                            values.get(0),
                            values.get(values.size() - 1),
                            BOUND);
                });
    }

    private void measure(boolean guarded, Map<String, Double> millis) throws SQLException {
        security(guarded);
        for (var one : CASES.entrySet()) {
            // The same people in both, in another order each round.
            Random random = new Random(one.getKey().hashCode());
            long start = 0;
            for (int i = -QUERIES / 10; i < QUERIES; i += QUERIES / SCHOOLS) {
                if (i >= 0 && start == 0) {
                    start = System.nanoTime();
                }
                ask(classes.get(random.nextInt(SCHOOLS)), one.getValue(), random);
            }
            millis.put(one.getKey(), (System.nanoTime() - start) / 1e6 / QUERIES);
        }
    }

    private void ask(BenchClass one, String sql, Random random) throws SQLException {
        try (Connection app = bound(one);
                PreparedStatement ask = app.prepareStatement(sql)) {
            List<UUID[]> known = people.get(one.classId());
            for (int i = 0; i < QUERIES / SCHOOLS; i++) {
                UUID[] person = known.get(random.nextInt(STUDENTS));
                ask.setObject(1, sql.contains("account_id = ?") ? person[1] : one.classId());
                if (sql.contains("student_id = ?")) {
                    ask.setObject(2, person[0]);
                }
                int rows = 0;
                try (ResultSet row = ask.executeQuery()) {
                    while (row.next()) {
                        rows++;
                    }
                }
                if (rows == 0) {
                    throw new IllegalStateException("nothing found by " + sql);
                }
            }
        }
    }

    private Connection bound(BenchClass one) throws SQLException {
        Connection app = DriverManager.getConnection(access[0], access[1], access[2]);
        app.setAutoCommit(false);
        TenantTransaction.set(app, one.school());
        return app;
    }

    private void security(boolean on) throws SQLException {
        for (String table : TABLES) {
            classes.get(0)
                    .asOwner(
                            "alter table %s %s row level security"
                                    .formatted(table, on ? "enable" : "disable"));
        }
    }
}
