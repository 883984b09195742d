package org.homeroom.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.homeroom.kernel.Feed;

/** The audit of the school, newest first, with a filter in the address. */
@Named
@RequestScoped
public class AuditLogPage {

    private static final int ROWS = 50;

    @Inject AuditLogService log;
    @Inject HttpServletRequest request;

    private String action;
    private String subject;
    private String from;
    private String to;
    private Feed<AuditRow> feed;
    private AuditProof proof;

    @PostConstruct
    void read() {
        action = parameter("action");
        subject = parameter("subject");
        from = parameter("from");
        to = parameter("to");
        if (request.getParameter("check") != null) {
            proof = log.prove();
        }
    }

    /** Returns a page of deeds; days are those of the zone. */
    public List<AuditRow> rows(ZoneId zone) {
        if (feed == null) {
            LocalDate last = day(to);
            AuditSearch search =
                    new AuditSearch(
                            null,
                            blankToNull(action),
                            blankToNull(subject),
                            day(from) == null ? null : day(from).atStartOfDay(zone).toInstant(),
                            last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
            String before = request.getParameter("before");
            boolean further = before != null && before.matches("\\d{1,18}");
            feed = log.before(search, further ? Long.parseLong(before) : Long.MAX_VALUE, ROWS);
        }
        return feed.rows();
    }

    /** Returns the address of older deeds, null when there are none; after {@link #rows}. */
    public String getOlder() {
        return feed == null || feed.next() == null
                ? null
                : "/audit/log?" + filter() + "&before=" + feed.next();
    }

    /** Returns the address of the same as a table. */
    public String getTable() {
        String subjects = blankToNull(subject) == null ? "" : "&subject=" + encoded(subject);
        return "/api/v1/audit/entries.csv?action=" + encoded(action) + subjects;
    }

    /** Tells whether anything is filtered. */
    public boolean isFiltered() {
        return !(action + subject + from + to).isBlank();
    }

    /** Returns what checking the chain came to, null when nobody asked. */
    public AuditProof getProof() {
        return proof;
    }

    public String getAction() {
        return action;
    }

    public String getSubject() {
        return subject;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    private String filter() {
        return "action="
                + encoded(action)
                + "&subject="
                + encoded(subject)
                + "&from="
                + encoded(from)
                + "&to="
                + encoded(to);
    }

    private String parameter(String name) {
        return Objects.toString(request.getParameter(name), "").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // A day that is none filters nothing; the field shows what was typed.
    private static LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
