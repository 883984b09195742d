package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Who was present on a day of a class. */
@Path("/classes/{id}/marks")
public class MarkResource {

    @Inject MarkService marks;
    @Inject RosterService roster;
    @Inject SchoolClock clock;

    /** Lists the students with their marks of a day, today without one. */
    @Operation(
            does = "Lists the students of a class with their marks of a day, today without one.",
            by = "the class's teacher, school administrators")
    @GET
    public List<MarkJson> day(@PathParam("id") UUID classId, @QueryParam("day") String day) {
        ClassRef owned = roster.ownedClass(classId);
        LocalDate wanted = TimeText.day("day", day);
        return marks.day(classId, wanted == null ? clock.today(owned.zone()) : wanted).stream()
                .map(MarkJson::of)
                .toList();
    }

    /** Takes marks of a day; what stays the same is left alone, what changes keeps both values. */
    @Operation(
            does = "Takes marks of a day; what changes keeps both values.",
            by = "the class's teacher, school administrators")
    @POST
    @Idempotent
    public Taken take(@PathParam("id") UUID classId, MarksRequest request) {
        roster.ownedClass(classId);
        if (request.marks() == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "marks", "Send the marks that you give.");
        }
        Map<UUID, MarkGiven> given = new LinkedHashMap<>();
        for (GivenJson one : request.marks()) {
            Mark mark =
                    Mark.of(one.mark())
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    ErrorCode.VALIDATION_ERROR,
                                                    "mark",
                                                    "A mark is present, late, absent or excused."));
            given.put(one.studentId(), new MarkGiven(mark, one.note()));
        }
        return new Taken(marks.take(classId, given(TimeText.day("day", request.day())), given));
    }

    private static LocalDate given(LocalDate day) {
        if (day == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "day", "Write day as 2026-10-16.");
        }
        return day;
    }

    /** Marks of a day. */
    public record MarksRequest(String day, List<GivenJson> marks) {}

    /** A mark that is given: present, late, absent or excused. */
    public record GivenJson(UUID studentId, String mark, @Nullable String note) {}

    /** How many marks were given or changed. */
    public record Taken(int changed) {}

    /**
     * A student's mark on the wire.
     *
     * @param mark null when there is none yet
     * @param before the mark that it took the place of
     * @param reason why, where somebody corrected it
     * @param tapped whether the student tapped in on that day
     */
    public record MarkJson(
            UUID studentId,
            @Nullable String mark,
            @Nullable String note,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String before,
            @Nullable String reason,
            boolean tapped) {

        static MarkJson of(MarkRow row) {
            return new MarkJson(
                    row.studentId(),
                    row.mark() == null ? null : row.mark().wire(),
                    row.note(),
                    row.by(),
                    row.at(),
                    row.before() == null ? null : row.before().wire(),
                    row.reason(),
                    row.tapped());
        }
    }
}
