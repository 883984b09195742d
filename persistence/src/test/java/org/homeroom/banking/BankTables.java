package org.homeroom.banking;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.roster.TestSeatNames;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;
import org.homeroom.tenancy.TestSql;

/** A class with students who have checking and savings, as the application's role uses it. */
final class BankTables {

    final UUID school;
    final UUID teacher = UUID.randomUUID();
    final UUID classId = UUID.randomUUID();
    final List<UUID> students = new ArrayList<>();
    final MoneyRepository money = new MoneyRepository();
    final AwardRepository awards = new AwardRepository();
    final BankSettingsRepository settings = new BankSettingsRepository();
    final BankRunRepository runs = new BankRunRepository();
    final LendingRepository lending = new LendingRepository();
    final BankProductRepository products = new BankProductRepository();
    final LoanRepository loans = new LoanRepository();
    final CertificateRepository certificates = new CertificateRepository();
    private final ConcurrentMap<Thread, Connection> current = new ConcurrentHashMap<>();

    BankTables(int studentCount) throws SQLException {
        TenantSql sql = TestSql.over(new Current());
        money.sql = sql;
        settings.sql = sql;
        awards.sql = sql;
        runs.sql = sql;
        runs.names = TestSeatNames.names();
        awards.names = runs.names;
        lending.sql = sql;
        products.sql = sql;
        loans.sql = sql;
        loans.names = runs.names;
        certificates.sql = sql;
        certificates.names = runs.names;
        school = TestDatabase.get().newSchool();
        inTransaction(
                () -> {
                    open(studentCount);
                    return null;
                });
    }

    private void open(int studentCount) throws SQLException {
        person(teacher, "teacher");
        run(
                "insert into roster_class (school_id, id, name, period, join_code, teacher_id, created_at)"
                        + " values (current_school(), ?, 'Maths', 'A', ?, ?, now() - interval '90 days')",
                classId,
                classId.toString()
                        .replaceAll("[^2-9a-f]", "")
                        .substring(0, 6)
                        .toUpperCase(Locale.ROOT),
                teacher);
        run(
                "insert into ledger_book (school_id, id, class_id, kind, currency)"
                        + " values (current_school(), ?, ?, 'token', 'TOK')",
                classId,
                classId);
        for (String kind : List.of("pay_expense", "fine_income", "store_income", "adjustment")) {
            account(kind, null);
        }
        for (int i = 0; i < studentCount; i++) {
            UUID student = UUID.randomUUID();
            person(student, "s" + student);
            run(
                    """
                    insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum,
                        claim_hash, salt, last_name_hashes, student_id, created_at, claimed_at)
                      values (current_school(), ?, ?, ?, 'X', 2017, '\\x00',
                        decode(repeat('00', 16), 'hex'), array['\\x00'::bytea], ?, now(), now())
                    """,
                    UUID.randomUUID(),
                    classId,
                    "Student " + i,
                    student);
            account("checking", student);
            account("savings", student);
            students.add(student);
        }
    }

    /** Runs the work as the application's role in the school and commits, or rolls back. */
    <T> T inTransaction(Callable<T> work) throws SQLException {
        try (Connection connection = TestDatabase.get().asSchool(school)) {
            current.put(Thread.currentThread(), connection);
            T result = work.call();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            current.remove(Thread.currentThread());
        }
    }

    /** Runs the work likewise over a connection that is kept for more, opened for the school. */
    <T> T inTransaction(Connection kept, Callable<T> work) throws SQLException {
        try (PreparedStatement bind =
                kept.prepareStatement("select set_config('app.school_id', ?, true)")) {
            bind.setString(1, school.toString());
            bind.execute();
            current.put(Thread.currentThread(), kept);
            T result = work.call();
            kept.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            kept.rollback();
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            current.remove(Thread.currentThread());
        }
    }

    /** Moves an amount of one student, as a teacher does. */
    MovedMoney move(UUID student, String key, String kind, String account, long amount)
            throws SQLException {
        return inTransaction(
                () ->
                        money.move(
                                        new MoneyMove(
                                                classId,
                                                key,
                                                kind,
                                                "A " + kind,
                                                "person",
                                                account,
                                                "adjustment",
                                                teacher,
                                                List.of(
                                                        new MoneyMove.Share(
                                                                student, teacher, amount))))
                                .get(0));
    }

    /**
     * Adds a product of up to 1,000,000: rate and penalty in millionths, the penalty null for
     * loans.
     */
    BankProduct product(String kind, long rate, int weeks, Long penalty) throws SQLException {
        BankProduct made =
                new BankProduct(
                        UUID.randomUUID(),
                        classId,
                        kind,
                        "Starter",
                        rate,
                        weeks,
                        1_000_000,
                        penalty,
                        true,
                        1);
        inTransaction(
                () -> {
                    products.add(made);
                    return null;
                });
        return made;
    }

    /** Changes the rules: an assignment list of columns, such as {@code overdraft_fees = true}. */
    void rules(String assignments) throws SQLException {
        inTransaction(
                () -> {
                    run(
                            "insert into banking_settings (school_id, class_id)"
                                    + " values (current_school(), ?) on conflict do nothing",
                            classId);
                    run("update banking_settings set " + assignments);
                    return null;
                });
    }

    /** Books money on savings as if it had been booked on an earlier instant. */
    void saved(UUID student, long amount, Instant at) throws SQLException {
        move(student, "saved:" + UUID.randomUUID(), "payment", "savings", amount);
        try (Connection superuser = TestDatabase.get().superuser();
                PreparedStatement replica =
                        superuser.prepareStatement("set session_replication_role = replica");
                PreparedStatement change =
                        superuser.prepareStatement(
                                "update homeroom.ledger_entry set recorded_at = ? where school_id = ?"
                                        + " and id = (select id from homeroom.ledger_entry"
                                        + " where school_id = ? order by seq desc limit 1)")) {
            replica.execute();
            change.setObject(1, at.atOffset(ZoneOffset.UTC));
            change.setObject(2, school);
            change.setObject(3, school);
            change.executeUpdate();
        }
    }

    UUID account(UUID student, String kind) throws SQLException {
        return inTransaction(
                () -> {
                    try (PreparedStatement statement =
                                    prepared(
                                            "select id from ledger_account where owner_id = ? and kind = ?",
                                            student,
                                            kind);
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getObject(1, UUID.class);
                    }
                });
    }

    long balance(UUID student, String kind) throws SQLException {
        return number(
                "select balance from ledger_account where owner_id = ? and kind = ?",
                student,
                kind);
    }

    /** Returns what all students have together. */
    long people() throws SQLException {
        return number(
                "select coalesce(sum(balance), 0) from ledger_account where owner_id is not null");
    }

    /** Returns all balances in one text, to compare before and after. */
    String balances() throws SQLException {
        return inTransaction(
                () -> {
                    try (PreparedStatement statement =
                                    prepared(
                                            "select string_agg(account_id || '=' || balance, ',' order by account_id)"
                                                    + " from ledger_balance");
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                });
    }

    /** Returns the first break of the books, or null. */
    String prove() throws SQLException {
        return inTransaction(
                () -> {
                    try (PreparedStatement statement = prepared("select ledger_prove_sums()");
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                });
    }

    long number(String sql, Object... parameters) throws SQLException {
        return inTransaction(
                () -> {
                    try (PreparedStatement statement = prepared(sql, parameters);
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private void person(UUID id, String username) throws SQLException {
        run(
                "insert into identity_account (school_id, id, username, display_name, kind)"
                        + " values (current_school(), ?, ?, 'Somebody', 'adult')",
                id,
                username);
    }

    private void account(String kind, UUID owner) throws SQLException {
        run(
                """
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
                  values (current_school(), ?, ?, ?, ?, ?::uuid, ?, ?)
                """,
                // Growing, as in life: everybody holds accounts in the order of their ids, and one
                // that is opened meanwhile comes last.
                Ids.next(),
                classId,
                classId,
                kind,
                owner,
                owner != null,
                owner == null);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.execute();
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = current.get(Thread.currentThread()).prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    // The transaction's connection; closing returns the handle, as in the server.
    private final class Current extends TenantDatabase {

        @Override
        public Connection connection() {
            Connection real = current.get(Thread.currentThread());
            return (Connection)
                    Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("close")) {
                                    return null;
                                }
                                try {
                                    return method.invoke(real, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }
}
