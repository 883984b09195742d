package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.tenancy.OpenSchool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys and known browsers, as the application's role keeps them. */
class DoorKeyRepositoryIT {

    private static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");
    private static final byte[] SECRET = {1, 2, 3};
    private static final UUID PLACE = Ids.next();

    private final DoorKeyRepository keys = new DoorKeyRepository();
    private final KnownBrowserRepository browsers = new KnownBrowserRepository();
    private final PinRuleRepository rules = new PinRuleRepository();
    private OpenSchool school;

    @BeforeEach
    void open() throws SQLException {
        school = new OpenSchool(TestDatabase.get().newSchool());
        keys.sql = school.sql();
        keys.names = TestNames.accounts();
        browsers.sql = school.sql();
        browsers.names = keys.names;
        rules.sql = school.sql();
    }

    @AfterEach
    void rollBack() throws SQLException {
        school.close();
    }

    @Test
    void aKeyIsFoundByItsSecretUntilItIsDropped() {
        UUID tablet = account("tablet", "Tablet", null);
        keys.add(tablet, Roles.KIOSK, PLACE, SECRET, Ids.next(), NOW);

        assertEquals(tablet, keys.use(SECRET, NOW).orElseThrow().accountId());
        assertEquals(NOW, keys.byAccount(tablet).orElseThrow().seenAt());
        keys.use(SECRET, NOW.plusSeconds(30));
        assertEquals(NOW, keys.byAccount(tablet).orElseThrow().seenAt());
        assertTrue(keys.use(new byte[] {9}, NOW).isEmpty());
        assertEquals(List.of(), keys.of(Roles.GUEST, PLACE));
        assertFalse(keys.drop(Roles.KIOSK, Ids.next(), tablet));

        assertTrue(keys.drop(Roles.KIOSK, PLACE, tablet));
        assertTrue(keys.use(SECRET, NOW).isEmpty());
    }

    @Test
    void aKeyEndsWithItsAccount() {
        UUID guest = account("guest", "Ada", "2026-01-01T00:00:00Z");
        keys.add(guest, Roles.GUEST, PLACE, SECRET, Ids.next(), NOW);

        assertTrue(keys.use(SECRET, NOW).isEmpty());
        assertEquals(List.of(), keys.of(Roles.GUEST, PLACE));
    }

    @Test
    void aBrowserKnowsWhomItWasToldOfForSoLong() {
        UUID amina = account("amina", "Amina B.", null);
        account("otis", "Otis G.", null);
        browsers.remember(SECRET, amina, NOW);
        Instant old = NOW.minus(Duration.ofDays(1));

        assertTrue(browsers.knows(SECRET, "AMINA", old));
        assertFalse(browsers.knows(SECRET, "otis", old));
        assertFalse(browsers.knows(SECRET, "nobody", old));
        assertFalse(browsers.knows(new byte[] {9}, "amina", old));
        assertFalse(browsers.knows(SECRET, "amina", NOW));
        browsers.forget(amina);
        assertFalse(browsers.knows(SECRET, "amina", old));
    }

    @Test
    void aSchoolThatDecidedNothingHasTheUsualRule() {
        assertEquals(PinRule.USUAL, rules.find());

        rules.change(PinRule.Enough.KNOWN, null, NOW);
        rules.change(PinRule.Enough.ANYWHERE, Ids.next(), NOW);

        assertEquals(new PinRule(PinRule.Enough.ANYWHERE, 2), rules.find());
    }

    private UUID account(String username, String name, String end) {
        UUID id = Ids.next();
        school.sql()
                .update(
                        """
                        insert into identity_account (school_id, id, username, username_mark,
                               display_name, kind, expires_at)
                        values (current_school(), ?, ?, ?, ?, 'adult', ?::timestamptz)
                        """,
                        id,
                        keys.names.sealUsername(id, username),
                        keys.names.mark(username),
                        keys.names.sealDisplayName(id, name),
                        end);
        return id;
    }
}
