package org.homeroom.payroll;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** How many students a run pays per transaction. */
public final class PayChunk {

    /** The job's parameter. */
    public static final String PARAMETER = "chunk";

    private static final int LARGEST_USUAL = 500;
    private static final int LARGEST = 5000;
    private static final int PARTS = 10;

    private PayChunk() {}

    // Small classes are cut as well, so that progress can be seen; large chunks are cheapest per
    // student.
    static int of(int students) {
        return Math.max(1, Math.min(LARGEST_USUAL, students / PARTS));
    }

    /**
     * Checks what somebody typed.
     *
     * @throws Refusal unless it is a number in reason
     */
    public static void check(String typed) {
        if (!typed.matches("[1-9][0-9]{0,3}") || Integer.parseInt(typed) > LARGEST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    PARAMETER,
                    "A chunk has 1 to " + LARGEST + " students.");
        }
    }
}
