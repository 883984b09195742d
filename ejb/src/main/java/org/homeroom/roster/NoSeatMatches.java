package org.homeroom.roster;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * No free seat is this person's; the same answer whether the code, the name or the date is wrong.
 */
public class NoSeatMatches extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses the claim. */
    public NoSeatMatches() {
        super(
                ErrorCode.NOT_FOUND,
                "No free seat matches. Check the class code, your name and your birth date,"
                        + " or ask your teacher.");
    }
}
