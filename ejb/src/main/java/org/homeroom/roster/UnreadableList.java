package org.homeroom.roster;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** A file that is no class list as a whole, so that there are no lines to report on. */
public class UnreadableList extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses the file with the sentence that says what to do. */
    public UnreadableList(String message) {
        super(ErrorCode.VALIDATION_ERROR, "file", message);
    }
}
