package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.tenancy.OpenSchool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that a list closes end what is open with them, and are named once. */
class AccountListRepositoryIT {

    private static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");

    private final AccountListRepository accounts = new AccountListRepository();
    private final DeviceRepository devices = new DeviceRepository();
    private OpenSchool school;

    @BeforeEach
    void open() throws SQLException {
        school = new OpenSchool(TestDatabase.get().newSchool());
        accounts.sql = school.sql();
        accounts.names = TestNames.accounts();
        devices.sql = school.sql();
    }

    @AfterEach
    void rollBack() throws SQLException {
        school.close();
    }

    @Test
    void aClosedAccountIsNamedOnceAndSignedInNowhere() {
        ListedAccount ada = listed("ada");
        ListedAccount bob = listed("bob");
        accounts.put(List.of(ada, bob));
        UUID signIn = UUID.randomUUID();
        devices.add(
                new Device(signIn, "browser", "Firefox", null, NOW, NOW), ada.id(), homeSchool());
        assertEquals(1, devices.open(List.of(signIn, UUID.randomUUID())).size());

        assertEquals(List.of(ada.id()), accounts.disable(List.of(ada), NOW));
        assertEquals(List.of(), devices.open(List.of(signIn)));
        assertEquals(List.of(), accounts.disable(List.of(ada), NOW));
    }

    @Test
    void whoLosesARoleIsNamed() {
        ListedAccount ada = listed("ada");
        ListedAccount bob = listed("bob");
        accounts.put(List.of(ada, bob));
        accounts.grant(List.of(ada), one -> List.of(Roles.TEACHER));

        List<ListedAccount> both = List.of(ada, bob);
        assertEquals(List.of(ada.id()), accounts.withdraw(both, one -> List.of(Roles.TEACHER)));
    }

    private UUID homeSchool() {
        return school.sql()
                .list("select current_school()", row -> row.getObject(1, UUID.class))
                .get(0);
    }

    private static ListedAccount listed(String username) {
        return new ListedAccount(
                UUID.randomUUID(), username, username, List.of(), List.of(), true, true);
    }
}
