package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.RosterService;

/** Who is in a class now. */
@Path("/classes/{id}/attendance")
public class AttendanceResource {

    private static final int SECONDS_PER_MINUTE = 60;

    @Inject AttendanceService attendance;
    @Inject RosterService roster;

    /** Lists the students by name. */
    @Operation(
            does =
                    "Lists the students of a class: who is in, since when, today's minutes, unpaid time.",
            by = "the class's teacher, school administrators")
    @GET
    public Slice<SeatJson> board(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        String currency = roster.ownedClass(classId).currency();
        return part.of(
                attendance.board(classId).stream()
                        .map(seat -> SeatJson.of(seat, currency))
                        .toList());
    }

    /** Taps students out and ends their day: those named, or everyone who is in. */
    @Operation(
            does = "Taps students out and ends their day: those named, or everyone who is in.",
            by = "the class's teacher, school administrators")
    @POST
    @Path("/tap-out")
    @Idempotent
    public TapOutReply tapOut(@PathParam("id") UUID classId, TapOutRequest request) {
        boolean all = Boolean.TRUE.equals(request.all());
        if (all == (request.studentIds() != null && !request.studentIds().isEmpty())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "student_ids",
                    "Name student_ids, or send all as true.");
        }
        List<UUID> chosen = all ? null : request.studentIds();
        return TapOutReply.of(chosen, attendance.tapOut(classId, chosen, request.reason()));
    }

    /** Whom to tap out. */
    public record TapOutRequest(
            @Nullable List<UUID> studentIds, @Nullable Boolean all, @Nullable String reason) {}

    /**
     * What became of those who were to be tapped out; for all of them the day is over.
     *
     * @param alreadyOut chosen students who were out already
     */
    public record TapOutReply(List<TappedOut> tappedOut, List<UUID> alreadyOut) {

        static TapOutReply of(List<UUID> chosen, List<Tapped> taps) {
            Set<UUID> already =
                    chosen == null ? new LinkedHashSet<>() : new LinkedHashSet<>(chosen);
            taps.forEach(tap -> already.remove(tap.studentId()));
            return new TapOutReply(
                    taps.stream().map(tap -> new TappedOut(tap.studentId(), tap.at())).toList(),
                    List.copyOf(already));
        }
    }

    /** Who was tapped out, and when. */
    public record TappedOut(UUID studentId, Instant at) {}

    /**
     * A student on the wire (api.md).
     *
     * @param since begin of the open session, null when out
     */
    public record SeatJson(
            UUID studentId,
            String firstName,
            String lastInitial,
            boolean active,
            @Nullable Instant since,
            long minutesToday,
            long unpaidSeconds,
            MoneyJson projectedPay,
            boolean tapEnabled,
            boolean doneToday) {

        static SeatJson of(SeatNow seat, String currency) {
            return new SeatJson(
                    seat.studentId(),
                    seat.firstName(),
                    seat.lastInitial(),
                    seat.isIn(),
                    seat.isIn() ? seat.since() : null,
                    seat.todaySeconds() / SECONDS_PER_MINUTE,
                    seat.unpaidSeconds(),
                    MoneyJson.of(seat.unpaidMinor(), currency),
                    seat.tapEnabled(),
                    seat.doneToday());
        }
    }
}
