package org.homeroom.operations;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Paging;
import org.homeroom.kernel.Slice;

/** Jobs and their executions, for operators. */
@Path("/jobs")
public class JobResource {

    @Inject JobsService jobs;

    /** Lists the jobs that can be started. */
    @Operation(does = "Lists the jobs that can be started.", by = "operators")
    @GET
    public Slice<JobJson> jobs(@BeanParam ListPart part) {
        return part.of(jobs.jobs().stream().map(JobJson::of).toList());
    }

    /** Lists executions, newest first. */
    @Operation(does = "Lists executions, newest first.", by = "operators")
    @GET
    @Path("/executions")
    public Slice<JobRunJson> executions(
            @QueryParam("job") String job,
            @QueryParam("state") String state,
            @BeanParam Paging paging) {
        String wanted = state == null ? null : state.toUpperCase(Locale.ROOT);
        Slice<JobRow> found = jobs.executions(job, wanted, paging.page(), paging.perPage());
        return new Slice<>(
                found.rows().stream().map(JobRunJson::of).toList(),
                found.total(),
                found.page(),
                found.perPage());
    }

    /** Returns an execution with its steps. */
    @Operation(does = "Returns an execution with its steps.", by = "operators")
    @GET
    @Path("/executions/{id}")
    public JobRunJson execution(@PathParam("id") long id) {
        return JobRunJson.of(jobs.execution(id));
    }

    /** Starts a job. */
    @Operation(
            does = "Starts a job.",
            by = "operators",
            status = 201,
            answers = JobResource.Started.class)
    @POST
    @Path("/{name}/executions")
    @Idempotent
    public Response start(@PathParam("name") String name, Start request) {
        long id = jobs.start(name, request.parameters() == null ? Map.of() : request.parameters());
        return Response.created(URI.create("jobs/executions/" + id))
                .entity(new Started(id))
                .build();
    }

    /** Stops an execution after its current chunk. */
    @Operation(
            does = "Stops an execution after its current chunk.",
            by = "operators",
            status = 202,
            answers = JobResource.Started.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/executions/{id}/stop")
    public Response stop(@PathParam("id") long id) {
        jobs.stop(id);
        return Response.accepted(new Started(id)).build();
    }

    /** Goes on with a failed or stopped execution. */
    @Operation(
            does = "Goes on with a failed or stopped execution.",
            by = "operators",
            status = 202,
            answers = JobResource.Started.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/executions/{id}/restart")
    @Idempotent
    public Response restart(@PathParam("id") long id) {
        return Response.accepted(new Started(jobs.restart(id))).build();
    }

    /** What a start needs, see {@code parameters} of the job. */
    public record Start(@Nullable Map<String, String> parameters) {}

    /** The execution started. */
    public record Started(long jobExecutionId) {}

    /**
     * A job on the wire.
     *
     * @param last its newest execution's number and state, null when it never ran
     */
    public record JobJson(String name, List<String> parameters, @Nullable Last last) {

        /** The newest execution. */
        public record Last(long id, String state) {}

        static JobJson of(JobKind kind) {
            JobRun last = kind.last();
            return new JobJson(
                    kind.name(),
                    kind.parameters(),
                    last == null
                            ? null
                            : new Last(last.id(), last.state().toLowerCase(Locale.ROOT)));
        }
    }
}
