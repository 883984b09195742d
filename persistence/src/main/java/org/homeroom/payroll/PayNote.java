package org.homeroom.payroll;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.homeroom.kernel.Length;

/** Why a teacher should look at a line; the codes are set by the rehearsal's SQL. */
public enum PayNote {
    /** Still in class since an earlier day. */
    MISSING_OUT,
    /** Tapped out by the daily limit. */
    LIMIT_OUT,
    /** A session longer than any lesson. */
    LONG_SESSION,
    /** No time while others have some. */
    NO_TIME,
    /** Time that was paid before has changed since; the difference is in this run. */
    CORRECTED,
    /** A day that was paid has another mark since; the difference is in this run. */
    MARK_CORRECTED,
    /** The difference takes more than the student holds. */
    BELOW_ZERO;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    /** Says what the code means for the line, in a sentence; days are those of the zone. */
    public static String sentence(String code, PayLine line, ZoneId zone) {
        return switch (valueOf(code.toUpperCase(Locale.ROOT))) {
            case MISSING_OUT ->
                    "The tap-out of "
                            + line.openSince().atZone(zone).format(DAY)
                            + " is missing; time counts to the end of this run.";
            case LIMIT_OUT ->
                    "Closed at the daily limit on " + line.limitAt().atZone(zone).format(DAY) + ".";
            case LONG_SESSION -> "One session lasted " + Length.of(line.longestSeconds()) + ".";
            case NO_TIME -> "No time in this period.";
            case CORRECTED ->
                    line.corrected() < 0
                            ? "Time paid before became less; the difference is taken back."
                            : "Time paid before became more; the difference is paid.";
            case MARK_CORRECTED ->
                    "The mark of a paid day was changed; the difference is in this run.";
            case BELOW_ZERO -> "The account goes below zero; the next pay fills it again.";
        };
    }
}
