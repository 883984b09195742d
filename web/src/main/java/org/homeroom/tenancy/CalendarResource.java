package org.homeroom.tenancy;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.TimeText;

/** When one's own school has school. */
@Path("/calendar")
public class CalendarResource {

    private static final String BY = "administrators of the school and the district";

    @Inject SchoolCalendarService calendars;
    @Inject CalendarAdministrationService administration;

    /** A term or a holiday; the last day belongs to it. */
    public record SpanJson(
            UUID id, String kind, String name, LocalDate firstDay, LocalDate lastDay) {

        static SpanJson of(CalendarSpan span) {
            return new SpanJson(span.id(), span.kind(), span.name(), span.first(), span.last());
        }
    }

    /** A calendar; days are monday to sunday. */
    public record CalendarJson(String kind, List<String> days, List<SpanJson> spans) {

        static CalendarJson of(SchoolCalendar calendar) {
            return new CalendarJson(
                    calendar.kind(),
                    calendar.days().stream()
                            .sorted()
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    calendar.spans().stream().map(SpanJson::of).toList());
        }
    }

    /** How the year goes, and which weekdays people come on. */
    public record Settled(String kind, Set<String> days) {}

    /** A term or a holiday to add; of one day without a last one. */
    public record Added(
            String kind, String name, LocalDate firstDay, @Nullable LocalDate lastDay) {}

    /** The year in which the school year begins. */
    public record Proposed(int year) {}

    /** Whether there is school. */
    public record DayJson(LocalDate day, boolean schoolDay) {}

    /** Returns the calendar. */
    @Operation(does = "Returns kind, weekdays, terms and holidays.", by = "everybody at the school")
    @GET
    public CalendarJson find() {
        return CalendarJson.of(calendars.calendar());
    }

    /** Tells of a day whether there is school. */
    @Operation(
            does = "Tells of a day, today unless another is named, whether there is school.",
            by = "everybody at the school")
    @GET
    @Path("/day")
    public DayJson day(@QueryParam("day") String text) {
        LocalDate named = TimeText.day("day", text);
        LocalDate day = named == null ? calendars.today() : named;
        return new DayJson(day, calendars.isSchoolDay(day));
    }

    /** Chooses kind and weekdays. */
    @Operation(does = "Chooses kind and weekdays; terms and holidays stay.", by = BY)
    @PUT
    public CalendarJson settle(Settled settled) {
        return CalendarJson.of(administration.settle(settled.kind(), days(settled.days())));
    }

    /** Adds a term or a holiday. */
    @Operation(
            does = "Adds a term or a holiday, which may not overlap another of its kind.",
            by = BY,
            status = 201,
            answers = CalendarResource.SpanJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/spans")
    public Response add(Added added) {
        CalendarSpan made =
                administration.add(
                        new AddSpan(added.kind(), added.name(), added.firstDay(), added.lastDay()));
        return Response.status(Response.Status.CREATED).entity(SpanJson.of(made)).build();
    }

    /** Adds what the kind proposes. */
    @Operation(
            does = "Adds the terms and holidays that the kind of calendar has in a school year.",
            by = BY,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/proposals")
    public CalendarJson propose(Proposed proposed) {
        return CalendarJson.of(administration.propose(proposed.year()));
    }

    /** Takes a term or a holiday out. */
    @Operation(does = "Takes a term or a holiday out.", by = BY, status = 204)
    @DELETE
    @Path("/spans/{id}")
    public void remove(@PathParam("id") UUID id) {
        administration.remove(id);
    }

    private static Set<DayOfWeek> days(Set<String> names) {
        try {
            return names == null
                    ? Set.of()
                    : names.stream()
                            .map(name -> DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "days", "Days are monday to sunday, in English.");
        }
    }
}
