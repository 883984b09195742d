package org.homeroom.payroll;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.homeroom.kernel.TimeText;

/**
 * What an address asks of a class's newest pay, rewards, fines and payments (economy.md 5.2). What
 * is no day or no kind filters nothing, nor does a first day after the last; the field shows what
 * was typed.
 *
 * @param from the first day as it was typed
 * @param to the last day as it was typed
 * @param kind one kind of entry, empty for all
 */
public record PayHistory(String from, String to, String kind) {

    /** Kinds of entries that a teacher gives or takes. */
    public static final List<String> KINDS =
            List.of("pay", "pay_correction", "reward", "fine", "bonus", "payment");

    /** Most days of the table for spreadsheets. */
    private static final int YEAR = 366;

    static PayHistory of(HttpServletRequest request) {
        return new PayHistory(typed(request, "from"), typed(request, "to"), typed(request, "kind"));
    }

    private static String typed(HttpServletRequest request, String name) {
        return Objects.toString(request.getParameter(name), "").strip();
    }

    LocalDate first() {
        LocalDate begin = TimeText.dayOrNull(from);
        LocalDate end = last();
        return begin != null && end != null && begin.isAfter(end) ? null : begin;
    }

    LocalDate last() {
        return TimeText.dayOrNull(to);
    }

    String onlyKind() {
        return KINDS.contains(kind) ? kind : null;
    }

    /** Tells whether anything is left out. */
    boolean filtered() {
        return first() != null || last() != null || onlyKind() != null;
    }

    /** Returns the days of the table for spreadsheets, which has a year at most. */
    String days(LocalDate today) {
        LocalDate end = last() == null ? today : last();
        LocalDate begin = first();
        LocalDate earliest = end.minusDays(YEAR - 1L);
        boolean open = begin == null || begin.isBefore(earliest) || begin.isAfter(end);
        return "from=" + (open ? earliest : begin) + "&to=" + end;
    }
}
