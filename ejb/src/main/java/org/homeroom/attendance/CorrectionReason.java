package org.homeroom.attendance;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Why a tap or a mark was corrected. */
final class CorrectionReason {

    private static final int LONGEST = 200;

    private CorrectionReason() {}

    /**
     * Reads what somebody typed.
     *
     * @throws Refusal at {@code reason}, unless it is one line that says something
     */
    static String of(String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "reason",
                    "Say why, in at most " + LONGEST + " characters on one line.");
        }
        return reason;
    }
}
