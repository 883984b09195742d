package org.homeroom.tenancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;

/** Writes the calendar of the bound school (tenancy.md sections 6 and 7). */
@Stateless
@RolesAllowed({"school_admin", "platform_admin", "district_admin"})
public class CalendarAdministrationService {

    private static final String SUBJECT = "school";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 365;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Inject CalendarRepository calendars;
    @Inject AuditService audit;

    /**
     * Chooses how the year goes and which weekdays people come on; terms and holidays stay.
     *
     * @throws Refusal naming {@code kind} or {@code days}
     */
    public SchoolCalendar settle(String kind, Set<DayOfWeek> days) {
        String known = kind(kind).wire();
        if (days == null || days.isEmpty()) {
            throw refusal("days", "Choose at least one day of the week.");
        }
        SchoolCalendar before = calendars.find();
        calendars.lock();
        calendars.change(known, days);
        tell(
                "tenancy.calendar.settled",
                state(before),
                Map.of("kind", known, "days", new TreeSet<>(days)));
        return calendars.find();
    }

    /**
     * Adds a term or a holiday.
     *
     * @throws Refusal naming the field, or with conflict when one of its kind has some of the days
     */
    public CalendarSpan add(AddSpan command) {
        requireGood(command);
        LocalDate last = command.last() == null ? command.first() : command.last();
        CalendarSpan span =
                new CalendarSpan(
                        Ids.next(), command.kind(), command.name().strip(), command.first(), last);
        calendars.lock();
        store(span);
        return span;
    }

    /**
     * Adds what the school's kind of calendar has in a school year.
     *
     * @param year in which the school year begins
     * @throws Refusal naming {@code year}, or with conflict when the calendar has some of the days
     */
    public SchoolCalendar propose(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw refusal("year", "Write a year from 2000 to 2100.");
        }
        var proposal = kind(calendars.find().kind()).proposal(year);
        if (proposal.isEmpty()) {
            throw refusal(
                    "year",
                    "A calendar of your own has nothing to propose. Choose another kind first.");
        }
        calendars.lock();
        proposal.forEach(this::store);
        return calendars.find();
    }

    /**
     * Takes a term or a holiday out.
     *
     * @throws Refusal not found, when there is none with that id
     */
    public void remove(UUID id) {
        calendars.lock();
        CalendarSpan gone = calendars.drop(id).orElseThrow(Refusal::notFound);
        tell("tenancy.calendar.removed", state(gone), null);
    }

    private void store(CalendarSpan span) {
        calendars
                .overlapping(span.kind(), span.first(), span.last())
                .ifPresent(
                        other -> {
                            throw overlap(span, other);
                        });
        calendars.add(span);
        tell("tenancy.calendar.added", null, state(span));
    }

    private static Refusal overlap(CalendarSpan span, CalendarSpan other) {
        return new Refusal(
                ErrorCode.CONFLICT,
                "first_day",
                span.name()
                        + " would overlap "
                        + other.name()
                        + ", which goes from "
                        + other.first()
                        + " to "
                        + other.last()
                        + ". Choose other days.");
    }

    private static void requireGood(AddSpan span) {
        if (!CalendarSpan.TERM.equals(span.kind()) && !CalendarSpan.HOLIDAY.equals(span.kind())) {
            throw refusal("kind", "It is a term or a holiday.");
        }
        if (span.name() == null
                || span.name().isBlank()
                || span.name().strip().length() > LONGEST_NAME
                || span.name().chars().anyMatch(Character::isISOControl)) {
            throw refusal("name", "Give it a name of 1 to 100 letters.");
        }
        if (span.first() == null) {
            throw refusal("first_day", "Name the first day.");
        }
        if (span.last() != null && span.last().isBefore(span.first())) {
            throw refusal("last_day", "The last day comes before the first.");
        }
        if (span.last() != null && span.last().isAfter(span.first().plusDays(LONGEST_DAYS))) {
            throw refusal("last_day", "This is longer than a year. Name a nearer last day.");
        }
    }

    private static CalendarKind kind(String wire) {
        return CalendarKind.of(wire)
                .orElseThrow(
                        () -> refusal("kind", "The kind is zimbabwe, british, american or own."));
    }

    private void tell(String action, Map<String, ?> before, Map<String, ?> after) {
        audit.record(action, SUBJECT, TenantContext.require(), before, after);
    }

    private static Map<String, Object> state(SchoolCalendar calendar) {
        return Map.of("kind", calendar.kind(), "days", new TreeSet<>(calendar.days()));
    }

    private static Map<String, Object> state(CalendarSpan span) {
        return Map.of(
                "kind",
                span.kind(),
                "name",
                span.name(),
                "first",
                span.first().toString(),
                "last",
                span.last().toString());
    }

    private static Refusal refusal(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
