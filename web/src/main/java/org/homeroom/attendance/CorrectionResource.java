package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.RosterService;

/** Changes of a class's taps and marks. */
@Path("/classes/{id}/corrections")
public class CorrectionResource {

    private static final int MOST = 1000;
    private static final String MARKED = "marked";
    private static final String ALL = "all";

    @Inject TapCorrectionService corrections;
    @Inject MarkService marks;
    @Inject RosterService roster;

    /** Lists what was changed, the newest first. */
    @Operation(
            does =
                    "Lists changes of taps, of marks or of both, the newest first: both values, by"
                            + " whom, when and why.",
            by = "the class's teacher, school administrators")
    @GET
    public List<CorrectionJson> list(
            @PathParam("id") UUID classId,
            @QueryParam("student_id") UUID studentId,
            @QueryParam("kind") String kind,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        if (kind != null && !kind.equals(MARKED) && !kind.equals(ALL)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "kind",
                    "Ask for kind marked or all, or leave it out for taps.");
        }
        Instant begin = TimeText.instant("from", from);
        Instant end = TimeText.instant("to", to);
        Stream<CorrectionJson> ofTaps =
                MARKED.equals(kind)
                        ? Stream.empty()
                        : corrections.changes(classId, studentId, begin, end).stream()
                                .map(CorrectionJson::of);
        Stream<CorrectionJson> ofMarks =
                kind == null
                        ? Stream.empty()
                        : marks.changes(classId, studentId, begin, end).stream()
                                .map(CorrectionJson::of);
        return Stream.concat(ofTaps, ofMarks)
                .sorted(Comparator.comparing(CorrectionJson::changedAt).reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * Corrects a tap or a mark, or adds a tap that is missing; the next rehearsal shows the
     * difference.
     */
    @Operation(
            does =
                    "Takes a tap back, puts it back or gives it another time, or adds one that is"
                            + " missing; or changes a mark. Both values stay; the next rehearsal shows the difference.",
            by = "the class's teacher, school administrators",
            status = 201,
            answers = TapRowJson.class,
            orAnswers = MarkResource.MarkJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Idempotent
    public Response correct(@PathParam("id") UUID classId, CorrectionRequest request) {
        roster.ownedClass(classId);
        Object corrected =
                request.mark() == null
                        ? TapRowJson.of(carriedOut(classId, request))
                        : MarkResource.MarkJson.of(marked(classId, request));
        return Response.status(Response.Status.CREATED).entity(corrected).build();
    }

    private MarkRow marked(UUID classId, CorrectionRequest request) {
        MarkRef of = request.mark();
        if (request.tapId() != null || request.studentId() != null || request.action() != null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "mark",
                    "Send the mark alone to correct one; leave tap_id, student_id and action out.");
        }
        LocalDate day = TimeText.day("day", of.day());
        if (day == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "day", "Write day as 2026-10-16.");
        }
        return marks.correct(
                classId,
                of.studentId(),
                day,
                Mark.of(request.value()).orElse(null),
                request.reason());
    }

    private TapRow carriedOut(UUID classId, CorrectionRequest request) {
        String value = request.value() == null ? "" : request.value();
        if (request.tapId() == null) {
            return corrections.add(
                    classId,
                    request.studentId(),
                    TapAction.of(request.action()).orElse(null),
                    value,
                    request.reason());
        }
        if (request.studentId() != null || request.action() != null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "tap_id",
                    "Send tap_id to correct a tap, or student_id and action to add one.");
        }
        return switch (value) {
            case "removed" -> corrections.remove(classId, request.tapId(), request.reason());
            case "restored" -> corrections.restore(classId, request.tapId(), request.reason());
            default -> corrections.move(classId, request.tapId(), value, request.reason());
        };
    }

    /**
     * A correction.
     *
     * @param tapId the tap to correct; null to add one, or for a mark
     * @param studentId whose tap is added; null with tapId
     * @param action in or out, of a tap that is added; null with tapId
     * @param mark the mark to correct, alone
     * @param value the time, with an offset or on the class's clock; for a tap also {@code removed}
     *     or {@code restored}; for a mark present, late, absent or excused
     * @param reason why, up to 200 characters
     */
    public record CorrectionRequest(
            @Nullable UUID tapId,
            @Nullable UUID studentId,
            @Nullable String action,
            @Nullable MarkRef mark,
            String value,
            String reason) {}

    /** A student's mark of a day; the class is the period. */
    public record MarkRef(UUID studentId, String day) {}
}
