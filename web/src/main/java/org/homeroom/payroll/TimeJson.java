package org.homeroom.payroll;

import java.math.BigDecimal;
import java.util.Map;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * A length of time as people write it, such as 1.5 and h.
 *
 * @param unit s, min or h
 */
public record TimeJson(BigDecimal value, String unit) {

    private static final long HOUR = 3600;
    private static final long MINUTE = 60;
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "min", MINUTE, "h", HOUR);

    /** Writes seconds in the largest unit that holds them exactly; null for null. */
    static TimeJson of(Long seconds) {
        if (seconds == null) {
            return null;
        }
        String unit = seconds % HOUR == 0 ? "h" : seconds % MINUTE == 0 ? "min" : "s";
        return new TimeJson(BigDecimal.valueOf(seconds / SECONDS.get(unit)), unit);
    }

    /**
     * Reads what somebody typed; null for nothing.
     *
     * @throws Refusal naming the field, unless it is a number of the unit
     */
    static TimeJson read(String field, String value, String unit) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String typed = value.strip();
        if (!typed.matches("[0-9]{1,9}([.][0-9]{1,9})?")) {
            throw wrong(field);
        }
        return new TimeJson(new BigDecimal(typed), unit);
    }

    /**
     * Reads seconds.
     *
     * @throws Refusal naming the field, unless they are whole and the unit is known
     */
    long seconds(String field) {
        try {
            return value.multiply(BigDecimal.valueOf(SECONDS.get(unit))).longValueExact();
        } catch (ArithmeticException | NullPointerException e) {
            throw wrong(field);
        }
    }

    private static Refusal wrong(String field) {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR,
                field,
                "Write the time as a number of s, min or h that makes whole seconds, such as 1.5 h.");
    }
}
