package org.homeroom.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.TimeText;

/** The audit of the school, newest first, with a filter in the address. */
@Named
@RequestScoped
public class AuditLogPage {

    // As many as a phone shows in a few sweeps of the thumb.
    private static final int ROWS = 20;

    @Inject AuditLogService log;
    @Inject HttpServletRequest request;

    private String action;
    private String subject;
    private String from;
    private String to;
    private Feed<AuditRow> feed;
    private Map<String, String> names;
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
            LocalDate first = TimeText.dayOrNull(from);
            LocalDate last = TimeText.dayOrNull(to);
            AuditSearch search =
                    new AuditSearch(
                            null,
                            blankToNull(action),
                            blankToNull(subject),
                            first == null ? null : first.atStartOfDay(zone).toInstant(),
                            last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
            String before = request.getParameter("before");
            boolean further = before != null && before.matches("\\d{1,18}");
            feed = log.before(search, further ? Long.parseLong(before) : Long.MAX_VALUE, ROWS);
        }
        return feed.rows();
    }

    /** Says what was done. */
    public String what(AuditRow row) {
        return AuditWords.action(row.action());
    }

    /** Says what kind of thing it was done to. */
    public String kind(AuditRow row) {
        return row.subjectType() == null ? "" : AuditWords.subject(row.subjectType());
    }

    /** Returns the name of what it was done to, or its id where it has no name any more. */
    public String name(AuditRow row) {
        String name = names().getOrDefault(row.subjectId(), row.subjectId());
        // What an entry says was written in English by the house, or by a person.
        return Objects.toString("entry".equals(row.subjectType()) ? Sentences.say(name) : name, "");
    }

    /** Returns the address of what it was done to, null where no page shows it any more. */
    public String page(AuditRow row) {
        // An entry may say nothing, and none is ever removed.
        boolean there = "entry".equals(row.subjectType()) || names().containsKey(row.subjectId());
        return there ? AuditWords.page(row) : null;
    }

    private Map<String, String> names() {
        if (names == null) {
            names = log.subjects(feed.rows());
        }
        return names;
    }

    /** Returns the address of older deeds, null when there are none; after {@link #rows}. */
    public String getOlder() {
        return feed == null || feed.next() == null
                ? null
                : "/audit/log?" + filter() + "&before=" + feed.next();
    }

    /** Returns the address of the newest deeds, null when those are shown. */
    public String getNewest() {
        return request.getParameter("before") == null ? null : "/audit/log?" + filter();
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

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
