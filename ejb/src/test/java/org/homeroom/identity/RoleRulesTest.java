package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** tenancy.md sections 4 and 5: nobody gives a role or acts on somebody above their own. */
class RoleRulesTest {

    private static final Caller PRINCIPAL = caller(Roles.SCHOOL_ADMIN);
    private static final Caller DISTRICT = caller(Roles.DISTRICT_ADMIN);
    private static final Caller PLATFORM = caller(Roles.PLATFORM_ADMIN);

    @Test
    void aSchoolsRolesAreGivenUpToOnesOwn() {
        List<String> below =
                List.of(Roles.GUEST, Roles.PARENT, Roles.PARTNER, Roles.STAFF, Roles.TEACHER);
        List<String> school = Stream.concat(below.stream(), Stream.of(Roles.SCHOOL_ADMIN)).toList();

        assertEquals(school, RoleRules.grantable(PRINCIPAL, false));
        assertEquals(school, RoleRules.grantable(DISTRICT, false));
        assertEquals(below, RoleRules.grantable(caller(Roles.TEACHER), false));
        assertEquals(List.of(), RoleRules.grantable(caller(Roles.KIOSK), false));
    }

    @Test
    void theDistrictsRolesAreGivenAtTheDistrictUpToOnesOwn() {
        assertEquals(
                List.of(Roles.OPERATOR, Roles.DISTRICT_ADMIN), RoleRules.grantable(DISTRICT, true));
        assertEquals(
                List.of(Roles.OPERATOR, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN),
                RoleRules.grantable(PLATFORM, true));
        assertEquals(List.of(), RoleRules.grantable(PRINCIPAL, true));
    }

    @Test
    void whatIsNotOnesToGiveIsRefused() {
        assertEquals(ErrorCode.AUTHORIZATION_ERROR, granting(PRINCIPAL, Roles.DISTRICT_ADMIN));
        assertEquals(ErrorCode.AUTHORIZATION_ERROR, granting(PLATFORM, Roles.OPERATOR));
        assertEquals(ErrorCode.VALIDATION_ERROR, granting(PRINCIPAL, Roles.STUDENT));
        assertEquals(ErrorCode.VALIDATION_ERROR, granting(PRINCIPAL, "king"));
        assertThrows(Refusal.class, () -> RoleRules.requireGrantable(PRINCIPAL, false, Set.of()));
        assertThrows(Refusal.class, () -> RoleRules.requireGrantable(PRINCIPAL, false, null));
    }

    @Test
    void takingARoleNeedsTheRightToGiveIt() {
        Set<String> both = Set.of(Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN);
        Set<String> one = Set.of(Roles.DISTRICT_ADMIN);

        assertThrows(Refusal.class, () -> RoleRules.requireChange(DISTRICT, true, both, one));
        assertDoesNotThrow(() -> RoleRules.requireChange(PLATFORM, true, both, one));
        assertDoesNotThrow(() -> RoleRules.requireChange(DISTRICT, true, both, both));
        assertThrows(
                Refusal.class,
                () ->
                        RoleRules.requireChange(
                                PRINCIPAL, false, Set.of(Roles.STUDENT), Set.of(Roles.TEACHER)));
    }

    @Test
    void nobodyActsOnThemselvesOrUpwards() {
        assertDoesNotThrow(() -> RoleRules.requireBelow(PRINCIPAL, person(Roles.SCHOOL_ADMIN)));
        assertTrue(RoleRules.isBelow(PRINCIPAL, person(Roles.STUDENT)));
        assertThrows(
                Refusal.class,
                () -> RoleRules.requireBelow(DISTRICT, person(Roles.PLATFORM_ADMIN)));
        PersonDetail self =
                new PersonDetail(
                        PRINCIPAL.accountId(),
                        "p",
                        "P",
                        null,
                        Set.of(Roles.TEACHER),
                        Instant.EPOCH,
                        null,
                        null,
                        1);
        assertThrows(Refusal.class, () -> RoleRules.requireBelow(PRINCIPAL, self));
    }

    private static ErrorCode granting(Caller caller, String role) {
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> RoleRules.requireGrantable(caller, false, Set.of(role)));
        assertEquals("roles", refusal.field());
        return refusal.code();
    }

    private static Caller caller(String role) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role), "Somebody");
    }

    private static PersonDetail person(String role) {
        return new PersonDetail(
                UUID.randomUUID(), "p", "P", null, Set.of(role), Instant.EPOCH, null, null, 1);
    }
}
