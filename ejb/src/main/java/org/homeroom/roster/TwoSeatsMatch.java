package org.homeroom.roster;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Two free seats look alike, as those of twins do; the first name tells which. */
public class TwoSeatsMatch extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Asks for the first name. */
    public TwoSeatsMatch() {
        super(
                ErrorCode.CONFLICT,
                "first_name",
                "Two seats look like yours. Type your first name too.");
    }
}
