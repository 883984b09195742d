package org.homeroom.attendance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads the instant of a tap: with {@code Z} or an offset as it stands, without one as the time on
 * the class's clock. Fractions of a second are dropped.
 */
final class TapTime {

    private static final DateTimeFormatter LOCAL =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;

    TapTime(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Returns the instant, or nothing when the text is none or names a time that the clock skipped.
     * A time that the clock showed twice is the first of the two.
     */
    Optional<Instant> read(String typed) {
        String text =
                typed.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T").replace("t", "T");
        try {
            boolean withOffset = text.matches(".*T.*([zZ]|[+-]\\d{2}(:?\\d{2})?)$");
            Instant at = withOffset ? OffsetDateTime.parse(text).toInstant() : local(text);
            return Optional.ofNullable(at).map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant local(String text) {
        LocalDateTime at = LocalDateTime.parse(text, LOCAL);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
        return offsets.isEmpty() ? null : at.toInstant(offsets.get(0));
    }
}
