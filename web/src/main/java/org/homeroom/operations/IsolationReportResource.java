package org.homeroom.operations;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;

/** {@code /isolation-reports}: whether schools are apart, tried on the running installation. */
@Path("/isolation-reports")
@Produces(MediaType.APPLICATION_JSON)
public class IsolationReportResource {

    private static final String BY = "operators and administrators of the district";

    @Inject IsolationReportService reports;

    /** Lists the newest reports first. */
    @Operation(does = "Lists the newest reports first.", by = BY)
    @GET
    public Slice<IsolationReportJson> list(@BeanParam ListPart part) {
        return part.of(reports.newest().stream().map(this::json).toList());
    }

    /** Begins a report. */
    @Operation(
            does = "Tries everything of one school as another; the report goes on by itself.",
            by = BY,
            status = 202,
            answers = IsolationReportJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response begin() {
        IsolationReport begun = reports.begin();
        return Response.accepted(json(begun))
                .location(URI.create("isolation-reports/" + begun.id()))
                .build();
    }

    /** Returns a report. */
    @Operation(does = "Returns a report.", by = BY)
    @GET
    @Path("/{id}")
    public IsolationReportJson find(@PathParam("id") UUID id) {
        return json(reports.find(id));
    }

    /** Returns what was found, with every name, and the signature over it. */
    @Operation(
            does =
                    "Returns what was found, with every name, and on a line of its own the signature.",
            by = BY)
    @GET
    @Path("/{id}/report.txt")
    @Produces("text/plain;charset=UTF-8")
    public Response print(@PathParam("id") UUID id) {
        IsolationReport report = reports.find(id);
        if (report.content() == null) {
            throw Refusal.notFound();
        }
        return Response.ok(report.printed(), "text/plain;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"isolation-" + id + ".txt\"")
                .build();
    }

    private IsolationReportJson json(IsolationReport report) {
        return IsolationReportJson.of(report, reports.isSound(report));
    }
}
