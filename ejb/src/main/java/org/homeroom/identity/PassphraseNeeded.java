package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * A PIN is not enough here. Said before anything that was typed is looked at, so that it tells
 * nothing of who has an account.
 */
public class PassphraseNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    PassphraseNeeded() {
        super(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                "passphrase",
                "A PIN is not enough here. Type your passphrase too.");
    }
}
