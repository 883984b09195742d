package org.homeroom.attendance;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;

/**
 * What the taps page shows, as its address says it.
 *
 * @param from as typed; what is no day filters nothing
 * @param source one of {@link #SOURCES}, or empty
 * @param removed whether taps that were taken back are shown
 */
public record TapsView(
        ClassRef classRef,
        UUID studentId,
        String from,
        String to,
        String source,
        boolean removed,
        int page) {

    /** Where taps come from. */
    public static final List<String> SOURCES =
            List.of("student", "kiosk", "teacher", "switch", "limit", "roster", "import");

    static TapsView of(ClassRef classRef, HttpServletRequest request) {
        String source = text(request, "source");
        String page = text(request, "page");
        return new TapsView(
                classRef,
                FieldForm.id(request.getParameter("student")),
                text(request, "from"),
                text(request, "to"),
                SOURCES.contains(source) ? source : "",
                text(request, "removed").equals("true"),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    /** Returns which taps these are. */
    public TapFilter filter() {
        LocalDate last = TimeText.dayOrNull(to);
        return new TapFilter(
                classRef.id(),
                studentId,
                start(TimeText.dayOrNull(from)),
                last == null ? null : start(last.plusDays(1)),
                source.isEmpty() ? null : source,
                removed);
    }

    /** Returns the address of another page of the same taps. */
    public String with(int otherPage) {
        return "/attendance/taps?" + query() + "&page=" + otherPage;
    }

    /** Returns the address at which a tap is corrected, on this page. */
    public String correcting(UUID tap) {
        return with(page) + "&tap=" + tap + "#correct-box";
    }

    /** Returns the address of the same taps as a table for spreadsheets. */
    public String table() {
        return "/api/v1/classes/"
                + classRef.id()
                + "/taps.csv?"
                + (studentId == null ? "" : "student_id=" + studentId + "&")
                + part();
    }

    /** Tells whether anything is filtered. */
    public boolean isFiltered() {
        return studentId != null || !(from + to + source).isEmpty();
    }

    private String query() {
        return "class="
                + classRef.id()
                + "&student="
                + Objects.toString(studentId, "")
                + "&"
                + part();
    }

    private String part() {
        return "from="
                + encoded(from)
                + "&to="
                + encoded(to)
                + "&source="
                + source
                + "&removed="
                + removed;
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(classRef.zone()).toInstant();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.toString(request.getParameter(name), "").strip();
    }
}
