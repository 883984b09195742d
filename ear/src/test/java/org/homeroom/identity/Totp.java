package org.homeroom.identity;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app that was given a secret. */
record Totp(String secret) {

    private static final long STEP = 30;

    /** Shows the code of now, or of so many steps later. */
    String code(int later) {
        long step = Instant.now().getEpochSecond() / STEP + later;
        return TotpCodes.code(new Base32().decode(secret), step);
    }
}
