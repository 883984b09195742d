package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Paging;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Pay runs of a class that the caller runs. */
@Path("/classes/{id}/pay-runs")
public class ClassPayRunResource {

    @Inject PayRunService payRuns;
    @Inject RosterService roster;

    /** Lists the runs, newest first, without their lines. */
    @Operation(
            does = "Lists the pay runs of a class, newest first, without their lines.",
            by = "the class's teacher, school administrators, operators")
    @GET
    public Slice<PayRunJson> list(@PathParam("id") UUID classId, @BeanParam Paging paging) {
        Slice<PayRun> found = payRuns.list(classId, paging.page(), paging.perPage());
        String currency = roster.classFor(classId).currency();
        List<PayRunJson> rows =
                found.rows().stream().map(run -> PayRunJson.of(run, currency)).toList();
        return new Slice<>(rows, found.total(), found.page(), found.perPage());
    }

    /** Rehearses a run; nothing is paid. */
    @Operation(
            does = "Rehearses a pay run; nothing is paid.",
            by = "the class's teacher, school administrators, operators",
            status = 201,
            answers = PayRunJson.class)
    @POST
    @Idempotent
    public Response rehearse(@PathParam("id") UUID classId, Rehearsal request) {
        PayRun run = payRuns.rehearse(classId, request.through());
        ClassRef found = roster.classFor(classId);
        List<PayLine> lines = payRuns.lines(run.id(), Integer.MAX_VALUE, 0);
        return Response.created(URI.create("pay-runs/" + run.id()))
                .entity(
                        PayRunJson.of(
                                run,
                                found.currency(),
                                payRuns.parts(run.id()).orElse(null),
                                lines,
                                payRuns.corrections(run.id()),
                                payRuns.marks(run.id()),
                                found.zone()))
                .build();
    }

    /** Up to when time is paid; null for now. */
    public record Rehearsal(@Nullable Instant through) {}
}
