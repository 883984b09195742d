package org.homeroom.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** How long an invitation is good, and who may use it (tenancy.md sections 5 and 16, case 9). */
public final class InvitationRules {

    /** Days after the day of the invitation; the last one counts to its end. */
    public static final int DAYS = 7;

    private static final int LONGEST = 200;
    private static final int DEPARTMENT = 100;
    private static final int EMPLOYEE_ID = 50;
    private static final int MESSAGE = 500;

    private InvitationRules() {}

    /** Returns when an invitation ends: with the seventh day after it, in the school's zone. */
    static Instant end(Instant invitedAt, ZoneId zone) {
        return LocalDate.ofInstant(invitedAt, zone)
                .plusDays(DAYS + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * Requires an invitation that can still be accepted.
     *
     * @throws Refusal when it was used or taken back, or is late
     */
    static void requireOpen(Invitation invitation, Instant now) {
        switch (invitation.stateAt(now)) {
            case "accepted" -> throw conflict("This invitation was used. Sign in instead.");
            case "declined" ->
                    throw conflict("You declined this invitation. Ask your school for a new one.");
            case "revoked" ->
                    throw conflict(
                            "This invitation was taken back. Ask your school for a new one.");
            case "expired" ->
                    throw conflict("This invitation has expired. Ask your school for a new one.");
            default -> {
                // Open.
            }
        }
    }

    /**
     * Requires what may be said about the invited.
     *
     * @throws Refusal naming {@code name}, {@code email}, {@code department}, {@code employee_id}
     *     or {@code message}
     */
    static void require(InvitePerson person) {
        String name = person.displayName();
        if (name != null && (name.isBlank() || name.length() > LONGEST)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "name",
                    "Give a name of 1 to 200 letters, or none.");
        }
        requireEmail(person.email());
        requireShort("department", person.notes().department(), DEPARTMENT);
        requireShort("employee_id", person.notes().employeeId(), EMPLOYEE_ID);
        requireShort("message", person.notes().message(), MESSAGE);
    }

    private static void requireShort(String field, String text, int most) {
        if (text != null && (text.isBlank() || text.length() > most)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    field,
                    "Write at most " + most + " characters, or nothing.");
        }
    }

    /**
     * Requires an address that looks like one, or none.
     *
     * @throws Refusal naming {@code email}
     */
    static void requireEmail(String email) {
        if (email != null && !(email.length() <= LONGEST && email.matches("[^@\\s]+@[^@\\s]+"))) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "email",
                    "Write an address such as name@school.org, or none.");
        }
    }

    private static Refusal conflict(String message) {
        return new Refusal(ErrorCode.CONFLICT, message);
    }
}
