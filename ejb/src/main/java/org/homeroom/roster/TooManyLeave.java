package org.homeroom.roster;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** A delivery would send away more than the allowed share, and nobody has accepted that. */
public class TooManyLeave extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses because of one school. */
    public TooManyLeave(DeliveryPart part, int allowedPercent) {
        super(
                ErrorCode.CONFLICT,
                "accept_leaving",
                part.schoolName()
                        + " would lose "
                        + part.users().leaving()
                        + " of "
                        + part.users().before()
                        + " people, "
                        + part.classes().leaving()
                        + " of "
                        + part.classes().before()
                        + " classes and "
                        + part.enrollments().leaving()
                        + " of "
                        + part.enrollments().before()
                        + " enrollments. More than "
                        + allowedPercent
                        + " per cent leave only when you accept it.");
    }
}
