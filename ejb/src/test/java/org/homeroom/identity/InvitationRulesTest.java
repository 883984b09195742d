package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** tenancy.md sections 5 and 16, case 9: the life of an invitation. */
class InvitationRulesTest {

    private static final ZoneId HARARE = ZoneId.of("Africa/Harare");
    private static final Instant INVITED = Instant.parse("2026-11-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T08:00:01Z,pending",
        "2026-11-08T21:59:59Z,pending",
        "2026-11-08T22:00:00Z,expired",
        "2026-11-09T08:00:00Z,expired"
    })
    void daySevenCountsToItsEndAtTheSchool(Instant now, String state) {
        assertEquals(state, invitation("pending").stateAt(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "declined", "revoked"})
    void aSettledOneIsRefusedForGood(String state) {
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> InvitationRules.requireOpen(invitation(state), INVITED));

        assertEquals(ErrorCode.CONFLICT, refusal.code());
        assertEquals(state, invitation(state).stateAt(INVITED.plusSeconds(9_000_000)));
    }

    @Test
    void anOpenOneIsTakenUntilItIsLate() {
        Invitation open = invitation("pending");

        assertDoesNotThrow(() -> InvitationRules.requireOpen(open, INVITED));
        assertThrows(Refusal.class, () -> InvitationRules.requireOpen(open, open.expiresAt()));
    }

    @Test
    void whatIsSaidOfTheInvitedIsOptionalAndPlain() {
        assertDoesNotThrow(() -> InvitationRules.require(new InvitePerson("teacher", null, null)));
        assertDoesNotThrow(
                () -> InvitationRules.require(new InvitePerson("teacher", "Ada", "a@b.org")));
        assertEquals("name", blamed(new InvitePerson("teacher", " ", null)));
        assertEquals("email", blamed(new InvitePerson("teacher", null, "nobody")));
        assertEquals("message", noted(new InvitationNotes(null, null, "x".repeat(501))));
        assertEquals("department", noted(new InvitationNotes("x".repeat(101), null, null)));
        assertEquals("employee_id", noted(new InvitationNotes(null, " ", null)));
        assertEquals("email", blamed(new InvitePerson("teacher", null, "a b@c")));
    }

    private static String noted(InvitationNotes notes) {
        return blamed(new InvitePerson("teacher", null, null, notes));
    }

    private static String blamed(InvitePerson person) {
        return assertThrows(Refusal.class, () -> InvitationRules.require(person)).field();
    }

    private static Invitation invitation(String state) {
        return new Invitation(
                UUID.randomUUID(),
                Roles.TEACHER,
                null,
                null,
                InvitationNotes.NONE,
                state,
                "P",
                INVITED,
                InvitationRules.end(INVITED, HARARE),
                null);
    }
}
