package org.homeroom.identity;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a bearer token is written: {@code hr1.<school>.<secret>}. The school in it says only where to
 * look; the stored token decides.
 */
public final class TokenText {

    private static final Pattern FORM =
            Pattern.compile("hr1\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    private TokenText() {}

    static String write(UUID school, String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(school.getMostSignificantBits()).putLong(school.getLeastSignificantBits());
        return "hr1."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array())
                + "."
                + secret;
    }

    /** Returns the school the token was issued for, or empty when the text is no token. */
    public static Optional<UUID> school(String token) {
        Matcher form = FORM.matcher(token == null ? "" : token);
        if (!form.matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(form.group(1)));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
