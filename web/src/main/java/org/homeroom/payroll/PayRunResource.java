package org.homeroom.payroll;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** One pay run of a class that the caller runs. */
@Path("/pay-runs/{id}")
public class PayRunResource {

    @Inject PayRunService payRuns;
    @Inject RosterService roster;

    /** Returns the run with its lines. */
    @Operation(
            does =
                    "Returns the run with its lines; the total of a line is its amount, what it corrects and"
                            + " what marks give together.",
            by = "the class's teacher, school administrators, operators",
            versioned = true,
            answers = PayRunJson.class)
    @GET
    public Response find(@PathParam("id") UUID id) {
        PayRun run = payRuns.find(id);
        return EntityVersion.ok(full(run), run.version());
    }

    /** Returns a student's line with the taps behind it. */
    @Operation(
            does =
                    "Returns a student's line of the run with the taps behind it, session by session.",
            by = "the class's teacher, school administrators, operators, the student once paid")
    @GET
    @Path("/lines/{student_id}")
    public PayLineJson line(@PathParam("id") UUID id, @PathParam("student_id") UUID studentId) {
        return PayLineJson.of(payRuns.story(id, studentId));
    }

    /** Returns the lines as a table; times are the class's. */
    @Operation(
            does = "Returns the lines of the run as a table.",
            by = "the class's teacher, school administrators, operators")
    @GET
    @Path("/lines.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table(@PathParam("id") UUID id) {
        PayRun run = payRuns.find(id);
        String csv =
                PayLineCsv.of(
                        payRuns.lines(run.id(), Integer.MAX_VALUE, 0),
                        roster.classFor(run.classId()));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pay.csv\"")
                .build();
    }

    /** Starts paying; 409 when an input changed since the rehearsal. */
    @Operation(
            does = "Starts paying; refused when an input changed since the rehearsal.",
            by = "the class's teacher, school administrators, operators",
            status = 202,
            answers = PayRunResource.Started.class)
    @POST
    @Path("/commit")
    @Idempotent
    public Response commit(@PathParam("id") UUID id) {
        return Response.accepted(new Started(payRuns.commit(id))).build();
    }

    /** Takes the whole run back. */
    @Operation(
            does = "Takes the whole run back.",
            by = "the class's teacher, school administrators, operators")
    @POST
    @Path("/reverse")
    @Idempotent
    public PayRunJson reverse(@PathParam("id") UUID id, Reversal request) {
        return full(payRuns.reverse(id, request.reason()));
    }

    private PayRunJson full(PayRun run) {
        ClassRef found = roster.classFor(run.classId());
        return PayRunJson.of(
                run,
                found.currency(),
                payRuns.parts(run.id()).orElse(null),
                payRuns.lines(run.id(), Integer.MAX_VALUE, 0),
                payRuns.corrections(run.id()),
                payRuns.marks(run.id()),
                found.zone());
    }

    /** The execution that pays. */
    public record Started(long jobExecutionId) {}

    /** Why a run is taken back. */
    public record Reversal(String reason) {}
}
