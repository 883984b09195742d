package org.homeroom.roster;

import java.time.LocalDate;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Checks what a pupil typed to find a seat; what is wrong here says nothing about any seat. */
final class ClaimForm {

    private static final int LONGEST = 200;

    private ClaimForm() {}

    /**
     * Returns the birth date of a complete claim; refuses one with an empty or unreadable value.
     */
    static LocalDate birthDate(ClaimSeat claim, LocalDate today) {
        require("join_code", claim.joinCode(), "Type the class code. It stands on the board.");
        require("first_initial", claim.firstInitial(), "Type the first letter of your first name.");
        require("last_name", claim.lastName(), "Type your last name.");
        require("birth_date", claim.birthDate(), "Give your birth date.");
        if (PersonName.initial(claim.firstInitial()).isEmpty()) {
            throw refuse("first_initial", "Type the first letter of your first name.");
        }
        return BirthDate.read(claim.birthDate().strip(), today)
                .orElseThrow(
                        () ->
                                refuse(
                                        "birth_date",
                                        "That is not a birth date. Write it as 2012-03-02."));
    }

    /** Tells whether the seat has the first name; any has when none was typed. */
    static boolean isNamed(SeatSecret seat, String firstName) {
        return firstName == null
                || firstName.isBlank()
                || PersonName.plain(firstName).equals(PersonName.plain(seat.firstName()));
    }

    private static void require(String field, String value, String message) {
        if (value == null || value.isBlank()) {
            throw refuse(field, message);
        }
        if (value.length() > LONGEST) {
            throw refuse(field, "That is too long. Use at most 200 characters.");
        }
    }

    private static Refusal refuse(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
