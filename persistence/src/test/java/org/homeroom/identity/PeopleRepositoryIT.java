package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.tenancy.OpenSchool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People, their devices, invitations and links, as the application's role keeps them. */
class PeopleRepositoryIT {

    private static final Instant NOW = Instant.parse("2026-10-13T16:00:00Z");

    private final PeopleRepository people = new PeopleRepository();
    private final ProviderRepository providers = new ProviderRepository();
    private final DeviceRepository devices = new DeviceRepository();
    private final InvitationRepository invitations = new InvitationRepository();
    private final ResetRepository resets = new ResetRepository();
    private OpenSchool school;

    @BeforeEach
    void open() throws SQLException {
        school = new OpenSchool(TestDatabase.get().newSchool());
        people.sql = school.sql();
        people.names = TestNames.accounts();
        people.emails = new EmailRepository();
        people.emails.sql = school.sql();
        people.emails.personal = people.names.personal;
        providers.sql = school.sql();
        providers.personal = people.names.personal;
        invitations.names = people.names;
        invitations.personal = people.names.personal;
        devices.sql = school.sql();
        invitations.sql = school.sql();
        resets.sql = school.sql();
    }

    @AfterEach
    void rollBack() throws SQLException {
        school.close();
    }

    @Test
    void peopleAreFoundByPartsOfTheirNamesAndSignsStandForThemselves() {
        UUID ada = account("ada", "Ada 100%", Roles.TEACHER);
        account("bob", "Bob_by", Roles.PARENT);

        assertEquals(List.of(ada), found("ADA", ""));
        assertEquals(List.of(ada), found("0%", null));
        assertEquals(List.of(), found("a%1", ""));
        assertEquals(List.of(), found("b\\", ""));
        assertEquals(1, found("b_", "").size());
        assertEquals(0, found("d_", "").size());
        assertEquals(List.of(ada), found("", Roles.TEACHER));
        assertEquals(2, people.list(new PeopleQuery("", "", 1, 1)).total());
        assertEquals(1, people.list(new PeopleQuery("", "", 2, 1)).rows().size());
    }

    @Test
    void anAddressIsOnePersonsAndAPersonOfAProviderOneAccounts() {
        UUID ada = account("ada", "Ada", Roles.TEACHER);
        UUID bea = account("bea", "Bea", Roles.TEACHER);
        assertTrue(people.emails.put(ada, "Ada@school.org"));
        assertFalse(people.emails.put(bea, "ada@SCHOOL.org"));
        assertTrue(people.emails.put(ada, "a.l@school.org"));
        assertEquals("a.l@school.org", people.find(ada).orElseThrow().email());
        assertEquals(Optional.empty(), people.emails.owner("ada@school.org"));

        ProviderIdentity known = new ProviderIdentity("https://id", "s1", null);
        assertTrue(providers.link(ada, known, NOW));
        assertFalse(providers.link(bea, known, NOW));
        assertFalse(providers.link(ada, new ProviderIdentity("https://id", "s2", null), NOW));
        assertEquals(Optional.of(ada), providers.linked(known));

        byte[] secret = {1, 2, 3};
        providers.begin(secret, null, "/roster", NOW, NOW.plusSeconds(60));
        assertEquals(Optional.empty(), providers.take(secret, NOW));
        assertTrue(providers.arrive(secret, known, NOW));
        assertFalse(providers.arrive(secret, known, NOW));
        assertEquals(Optional.empty(), providers.take(secret, NOW.plusSeconds(60)));
        assertEquals(
                Optional.of(new ProviderVisit(null, "/roster", known)),
                providers.take(secret, NOW));
        assertEquals(Optional.empty(), providers.take(secret, NOW));
    }

    @Test
    void aChangeGivesAndTakesRolesOnce() {
        UUID ada = account("ada", "Ada", Roles.TEACHER);

        assertTrue(people.change(ada, "Ada L.", Set.of(Roles.STAFF, Roles.SCHOOL_ADMIN), 1));
        assertFalse(people.change(ada, "Late", Set.of(Roles.TEACHER), 1));

        PersonDetail after = people.find(ada).orElseThrow();
        assertEquals("Ada L.", after.displayName());
        assertEquals(Set.of(Roles.STAFF, Roles.SCHOOL_ADMIN), after.roles());
        assertEquals(2, after.version());
    }

    @Test
    void aClosedAccountIsNotCounted() {
        UUID ada = account("ada", "Ada", Roles.TEACHER);
        account("bob", "Bob", Roles.STAFF);
        Set<String> staff = Set.of(Roles.TEACHER, Roles.STAFF);

        assertTrue(people.disable(ada, NOW));
        assertFalse(people.disable(ada, NOW));
        assertEquals(1, people.countEnabled(staff));
        assertEquals(NOW, people.find(ada).orElseThrow().disabledAt());

        assertTrue(people.disable(ada, null));
        assertFalse(people.disable(ada, null));
        assertEquals(2, people.countEnabled(staff));
    }

    @Test
    void aDeviceIsSeenByTheMinuteAndGoneWhenEnded() {
        UUID ada = account("ada", "Ada", Roles.TEACHER);
        UUID one = device(ada, "browser");
        UUID two = device(ada, "program");

        assertTrue(devices.touch(one, NOW.plusSeconds(30)));
        assertEquals(NOW, people.find(ada).orElseThrow().seenAt());
        assertTrue(devices.touch(one, NOW.plusSeconds(90)));
        assertEquals(NOW.plusSeconds(90), people.find(ada).orElseThrow().seenAt());
        assertEquals(List.of(one, two), devices.of(ada).stream().map(Device::id).toList());

        assertFalse(devices.drop(UUID.randomUUID(), one));
        devices.dropOthers(ada, one);
        assertFalse(devices.touch(two, NOW));
        assertTrue(devices.drop(ada, one));
        assertFalse(devices.touch(one, NOW));
    }

    @Test
    void whatNobodyUsesIsForgottenBrowsersFirst() {
        UUID ada = account("ada", "Ada", Roles.TEACHER);
        UUID browser = device(ada, "browser");
        UUID program = device(ada, "program");

        devices.dropUnused(NOW.plusSeconds(1), NOW.minusSeconds(1));

        assertFalse(devices.touch(browser, NOW));
        assertTrue(devices.touch(program, NOW));
        devices.dropOthers(ada, null);
        assertEquals(List.of(), devices.of(ada));
    }

    @Test
    void anInvitationIsFoundByItsLinkAndSettledOnce() {
        UUID ada = account("ada", "Ada", Roles.SCHOOL_ADMIN);
        Invitation one = invitation("New@school.org");
        assertTrue(invitations.add(one, new byte[] {1}, ada));
        assertFalse(invitations.add(invitation("new@SCHOOL.org"), new byte[] {2}, ada));
        assertTrue(invitations.add(invitation(null), new byte[] {3}, ada));
        assertTrue(invitations.add(invitation(null), new byte[] {4}, ada));

        assertEquals("Ada", invitations.find(new byte[] {1}).orElseThrow().invitedBy());
        assertTrue(invitations.renew(one.id(), new byte[] {5}, NOW.plusSeconds(99)));
        assertEquals(Optional.empty(), invitations.lock(new byte[] {1}));
        assertEquals(
                NOW.plusSeconds(99), invitations.lock(new byte[] {5}).orElseThrow().expiresAt());
        invitations.accept(one.id(), ada, NOW);
        assertEquals("accepted", invitations.find(one.id()).orElseThrow().state());
        assertFalse(invitations.revoke(one.id(), NOW));
        assertFalse(invitations.renew(one.id(), new byte[] {6}, NOW));
        assertEquals(3, invitations.count());
        assertEquals(1, invitations.list(2, 2).size());
    }

    @Test
    void aLateInvitationMakesRoomForAnother() {
        UUID ada = account("ada", "Ada", Roles.SCHOOL_ADMIN);
        assertTrue(invitations.add(invitation("a@b.org"), new byte[] {1}, ada));

        invitations.revokeLate("A@b.org", NOW.plusSeconds(59));
        assertFalse(invitations.add(invitation("a@b.org"), new byte[] {2}, ada));
        invitations.revokeLate("A@b.org", NOW.plusSeconds(60));
        assertTrue(invitations.add(invitation("a@b.org"), new byte[] {2}, ada));
    }

    @Test
    void aLinkIsGoodOnceAndUntilTheNext() {
        UUID ada = account("ada", "Ada", Roles.TEACHER);
        resets.put(ada, new byte[] {1}, ada, NOW.plusSeconds(60));
        resets.put(ada, new byte[] {2}, ada, NOW.plusSeconds(60));

        assertEquals(Optional.empty(), resets.owner(new byte[] {1}, NOW));
        assertEquals(Optional.empty(), resets.use(new byte[] {2}, NOW.plusSeconds(60)));
        assertEquals(Optional.of(ada), resets.owner(new byte[] {2}, NOW));
        assertEquals(Optional.of(ada), resets.use(new byte[] {2}, NOW));
        assertEquals(Optional.empty(), resets.use(new byte[] {2}, NOW));
    }

    @Test
    void anotherSchoolSeesNothingOfThem() throws SQLException {
        UUID ada = account("ada", "Ada", Roles.TEACHER);
        assertNotNull(people.find(ada).orElse(null));

        try (OpenSchool other = new OpenSchool(TestDatabase.get().newSchool())) {
            people.sql = other.sql();
            assertNull(people.find(ada).orElse(null));
            assertFalse(people.disable(ada, NOW));
            assertEquals(0, people.list(new PeopleQuery(null, null, 1, 10)).total());
        }
        assertArrayEquals(new Object[0], devices.of(ada).toArray());
    }

    private List<UUID> found(String text, String role) {
        return people.list(new PeopleQuery(text, role, 1, 10)).rows().stream()
                .map(PersonDetail::id)
                .toList();
    }

    private UUID account(String username, String name, String role) {
        UUID id = UUID.randomUUID();
        school.sql()
                .update(
                        "insert into identity_account (school_id, id, username, display_name, kind)"
                                + " values (current_school(), ?, ?, ?, 'adult')",
                        id,
                        username,
                        name);
        school.sql()
                .update(
                        "insert into identity_role (school_id, account_id, role)"
                                + " values (current_school(), ?, ?)",
                        id,
                        role);
        return id;
    }

    private UUID device(UUID account, String kind) {
        UUID id = UUID.randomUUID();
        UUID home = homeSchool();
        devices.add(new Device(id, kind, "Chrome, Linux", "127.0.0.1", NOW, NOW), account, home);
        return id;
    }

    private UUID homeSchool() {
        return school.sql()
                .list("select current_school()", row -> row.getObject(1, UUID.class))
                .get(0);
    }

    private static Invitation invitation(String email) {
        return new Invitation(
                UUID.randomUUID(),
                Roles.TEACHER,
                null,
                email,
                new InvitationNotes("Science", "T-7", "Welcome"),
                "pending",
                null,
                NOW,
                NOW.plusSeconds(60),
                null);
    }
}
