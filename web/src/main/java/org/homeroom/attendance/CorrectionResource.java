package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.RosterService;

/** Changes of a class's taps. */
@Path("/classes/{id}/corrections")
public class CorrectionResource {

    @Inject TapCorrectionService corrections;
    @Inject RosterService roster;

    /** Lists what was changed, the newest first. */
    @Operation(
            does = "Lists changes of taps, the newest first: what, by whom, when and why.",
            by = "the class's teacher, school administrators")
    @GET
    public List<TapChangeJson> list(
            @PathParam("id") UUID classId,
            @QueryParam("student_id") UUID studentId,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return corrections
                .changes(
                        classId,
                        studentId,
                        TimeText.instant("from", from),
                        TimeText.instant("to", to))
                .stream()
                .map(TapChangeJson::of)
                .toList();
    }

    /** Corrects a tap, or adds one that is missing; the next rehearsal shows the difference. */
    @Operation(
            does =
                    "Takes a tap back, puts it back or gives it another time, or adds one that is"
                            + " missing. Both values stay; the next rehearsal shows the difference.",
            by = "the class's teacher, school administrators",
            status = 201,
            answers = TapRowJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Idempotent
    public Response correct(@PathParam("id") UUID classId, CorrectionRequest request) {
        roster.ownedClass(classId);
        return Response.status(Response.Status.CREATED)
                .entity(TapRowJson.of(carriedOut(classId, request)))
                .build();
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
     * @param tapId the tap to correct; null to add one
     * @param studentId whose tap is added; null with tapId
     * @param action in or out, of a tap that is added; null with tapId
     * @param value the time, with an offset or on the class's clock; for a tap also {@code removed}
     *     or {@code restored}
     * @param reason why, up to 200 characters
     */
    public record CorrectionRequest(
            @Nullable UUID tapId,
            @Nullable UUID studentId,
            @Nullable String action,
            String value,
            String reason) {}
}
