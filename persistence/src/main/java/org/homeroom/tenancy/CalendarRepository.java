package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The calendar of the bound school. */
@ApplicationScoped
public class CalendarRepository {

    private static final String SPANS =
            """
            select id, kind, name, first_day, last_day from tenancy_calendar_span
             where school_id = current_school()
            """;

    @Inject TenantSql sql;

    /** Returns the calendar, plain when none was written. */
    public SchoolCalendar find() {
        List<CalendarSpan> spans =
                sql.list(SPANS + " order by first_day, last_day, id", CalendarRepository::span);
        return sql
                .list(
                        """
                        select kind, school_days, version from tenancy_calendar
                         where school_id = current_school()
                        """,
                        row ->
                                new SchoolCalendar(
                                        row.getString("kind"),
                                        days((Integer[]) row.getArray("school_days").getArray()),
                                        spans,
                                        row.getLong("version")))
                .stream()
                .findFirst()
                .orElse(SchoolCalendar.PLAIN);
    }

    /** Begins the calendar if there is none, and keeps others from changing it until the commit. */
    public void lock() {
        sql.update(
                """
                insert into tenancy_calendar (school_id, kind, school_days, version)
                values (current_school(), ?, ?, 0) on conflict (school_id) do nothing
                """,
                SchoolCalendar.PLAIN.kind(),
                numbers(SchoolCalendar.PLAIN.days()));
        sql.update(
                "update tenancy_calendar set version = version + 1 where school_id = current_school()");
    }

    /** Stores kind and weekdays. */
    public void change(String kind, Set<DayOfWeek> days) {
        sql.update(
                "update tenancy_calendar set kind = ?, school_days = ? where school_id = current_school()",
                kind,
                numbers(days));
    }

    /** Finds a span of the kind that has a day of these, the earliest. */
    public Optional<CalendarSpan> overlapping(String kind, LocalDate first, LocalDate last) {
        return sql
                .list(
                        SPANS
                                + " and kind = ? and first_day <= ? and last_day >= ?"
                                + " order by first_day limit 1",
                        CalendarRepository::span,
                        kind,
                        last,
                        first)
                .stream()
                .findFirst();
    }

    /** Stores a span. */
    public void add(CalendarSpan span) {
        sql.update(
                """
                insert into tenancy_calendar_span (school_id, id, kind, name, first_day, last_day)
                values (current_school(), ?, ?, ?, ?, ?)
                """,
                span.id(),
                span.kind(),
                span.name(),
                span.first(),
                span.last());
    }

    /** Drops a span and returns what it was; empty when there is none. */
    public Optional<CalendarSpan> drop(UUID id) {
        return sql
                .list(
                        """
                        delete from tenancy_calendar_span
                         where school_id = current_school() and id = ?
                        returning id, kind, name, first_day, last_day
                        """,
                        CalendarRepository::span,
                        id)
                .stream()
                .findFirst();
    }

    private static Set<DayOfWeek> days(Integer[] numbers) {
        return Arrays.stream(numbers).map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Integer[] numbers(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::getValue).toArray(Integer[]::new);
    }

    private static CalendarSpan span(ResultSet row) throws SQLException {
        return new CalendarSpan(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
