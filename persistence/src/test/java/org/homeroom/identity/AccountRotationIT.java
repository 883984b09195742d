package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.privacy.InstallationKeys;
import org.homeroom.privacy.PersonalRotation;
import org.homeroom.privacy.SchoolKeys;
import org.homeroom.tenancy.TenantContext;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;
import org.homeroom.tenancy.TestSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names go under a new key while people are looked up, and what was in clear is sealed. */
class AccountRotationIT {

    private static final int SEALED = 300;
    private static final int CLEAR = 40;
    private static final String CANARY = "Canarybird";

    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final AccountRepository accounts = new AccountRepository();
    private UUID school;
    private TenantSql sql;
    private SchoolKeys keys;
    private PersonalRotation rotation;

    @BeforeEach
    void plant() throws Exception {
        school = TestDatabase.get().newSchool();
        TenantDatabase database =
                new TenantDatabase() {
                    @Override
                    public Connection connection() throws SQLException {
                        return TestSql.kept(current.get());
                    }
                };
        sql = TestSql.over(database);
        keys = new SchoolKeys(sql, masters("0123456789abcdef0123456789abcdef"));
        AccountNames names = new AccountNames();
        names.personal = keys.personal();
        accounts.database = database;
        accounts.names = names;
        UnmarkedAccounts unmarked = new UnmarkedAccounts();
        unmarked.sql = sql;
        unmarked.names = names;
        rotation = keys.rotation(unmarked);
        in(
                () -> {
                    for (int i = 0; i < SEALED; i++) {
                        assertTrue(accounts.add(account("sealed" + i, CANARY + i), null));
                    }
                    for (int i = 0; i < CLEAR; i++) {
                        sql.update(
                                "insert into identity_account (school_id, id, username, display_name, kind)"
                                        + " values (current_school(), ?, ?, ?, 'adult')",
                                UUID.randomUUID(),
                                "Clear" + i,
                                CANARY + " " + i);
                    }
                    return null;
                });
    }

    @Test
    void readersNoticeNothingAndNothingStaysInClear() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> reader =
                CompletableFuture.supplyAsync(
                        () -> {
                            int rounds = 0;
                            while (!done.get() || rounds == 0) {
                                rounds++;
                                look();
                            }
                            return rounds;
                        });

        int number = in(rotation::begin);
        assertEquals(2, number);
        assertEquals((SEALED + CLEAR) * 2 + CLEAR, in(() -> rotation.left(number)));
        while (in(() -> rotation.next(number, 37)) > 0) {
            // A part at a time, each in a transaction of its own.
        }
        in(
                () -> {
                    rotation.end(number);
                    return null;
                });
        done.set(true);

        assertTrue(reader.get() > 0);
        assertEquals(0, in(() -> rotation.left(number)));
        assertEquals(0, leaks());
        look();
    }

    @Test
    void aNewKeyOfTheInstallationWrapsAndTheOldOneIsNoLongerNeeded() throws Exception {
        String old = "0123456789abcdef0123456789abcdef";
        String next = "fedcba9876543210fedcba9876543210";
        keys.become(masters(next + "," + old));
        in(rotation::begin);

        keys.become(masters(next));
        look();
    }

    private void look() {
        try {
            in(
                    () -> {
                        assertEquals(
                                CANARY + 7,
                                accounts.byUsername("SEALED7").orElseThrow().displayName());
                        assertEquals(
                                CANARY + " 7",
                                accounts.byUsername("clear7").orElseThrow().displayName());
                        return null;
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int leaks() throws Exception {
        return in(
                () ->
                        sql.list(
                                        "select count(*) from identity_account a where a::text ilike ?",
                                        row -> row.getInt(1),
                                        "%canary%")
                                .get(0));
    }

    private Account account(String username, String name) {
        return new Account(
                school,
                UUID.randomUUID(),
                username,
                name,
                Set.of(Roles.TEACHER),
                null,
                null,
                null,
                false,
                null,
                1);
    }

    private <T> T in(Callable<T> work) throws Exception {
        try (Connection connection = TestDatabase.get().asSchool(school)) {
            current.set(connection);
            T result = TenantContext.callAs(school, work);
            connection.commit();
            return result;
        } finally {
            current.remove();
        }
    }

    private static InstallationKeys masters(String secrets) {
        return new InstallationKeys(Map.of(InstallationKeys.MASTER, secrets));
    }
}
