package org.homeroom.operations;

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
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Paging;
import org.homeroom.kernel.Slice;

/** Jobs and their executions, for operators. */
@Path("/jobs")
public class JobResource {

    @Inject JobsService jobs;

    /** Lists the jobs that can be started. */
    @GET
    public List<JobJson> jobs() {
        return jobs.jobs().stream().map(JobJson::of).toList();
    }

    /** Lists executions, newest first. */
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
    @GET
    @Path("/executions/{id}")
    public JobRunJson execution(@PathParam("id") long id) {
        return JobRunJson.of(jobs.execution(id));
    }

    /** Starts a job. */
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
    @POST
    @Path("/executions/{id}/stop")
    public Response stop(@PathParam("id") long id) {
        jobs.stop(id);
        return Response.accepted(new Started(id)).build();
    }

    /** Goes on with a failed or stopped execution. */
    @POST
    @Path("/executions/{id}/restart")
    public Response restart(@PathParam("id") long id) {
        return Response.accepted(new Started(jobs.restart(id))).build();
    }

    /** What a start needs, see {@code parameters} of the job. */
    public record Start(Map<String, String> parameters) {}

    /** The execution started. */
    public record Started(long jobExecutionId) {}

    /**
     * A job on the wire.
     *
     * @param last its newest execution's number and state, null when it never ran
     */
    public record JobJson(String name, List<String> parameters, Last last) {

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
