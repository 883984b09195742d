package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.TimeText;

/** Taps of a class. */
@Path("/classes/{id}/taps")
public class TapResource {

    @Inject AttendanceService attendance;
    @Inject TapCorrectionService corrections;

    /** Taps the calling student in or out. */
    @Operation(
            does = "Taps the caller in or out.",
            by = "students of the class",
            refuses = ErrorCode.CONFLICT)
    @POST
    @Idempotent
    public Standing tap(@PathParam("id") UUID classId, TapRequest request) {
        TapAction action = TapAction.of(request.action()).orElse(null);
        return Standing.of(
                attendance.tap(new Tap(classId, action, request.reason(), request.pin())));
    }

    /**
     * Lists taps in the order they happened, those that were taken back when {@code removed} is
     * true; {@code after} is the id of the last one read.
     */
    @Operation(
            does =
                    "Lists taps in the order they happened; with removed=true also those that were"
                            + " taken back.",
            by = "the class's teacher, school administrators")
    @GET
    public Feed<TapRowJson> list(
            @PathParam("id") UUID classId,
            @QueryParam("student_id") UUID studentId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("source") String source,
            @QueryParam("removed") boolean removed,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Feed<TapRow> taps =
                corrections.taps(
                        new TapFilter(
                                classId,
                                studentId,
                                TimeText.instant("from", from),
                                TimeText.instant("to", to),
                                source,
                                removed),
                        after,
                        limit);
        List<TapRowJson> rows = taps.rows().stream().map(TapRowJson::of).toList();
        return new Feed<>(rows, taps.next());
    }

    /** What a student sends. */
    public record TapRequest(String action, @Nullable String reason, String pin) {

        /** Keeps the PIN out of logs. */
        @Override
        public String toString() {
            return "TapRequest[" + action + "]";
        }
    }

    /** Where the student stands after a tap. */
    public record Standing(boolean active, long unpaidSeconds, MoneyJson projectedPay) {

        static Standing of(TapResult result) {
            SeatNow seat = result.seat();
            return new Standing(
                    seat.isIn(),
                    seat.unpaidSeconds(),
                    MoneyJson.of(seat.unpaidMinor(), result.currency()));
        }
    }

    /** A tap on the wire. */
    public record TapJson(
            UUID id,
            UUID studentId,
            String action,
            Instant at,
            @Nullable String reason,
            String source) {

        /** Writes a tap for the wire. */
        public static TapJson of(TapEvent tap) {
            return new TapJson(
                    tap.id(),
                    tap.studentId(),
                    tap.action().wire(),
                    tap.at(),
                    tap.reason(),
                    tap.source());
        }
    }
}
