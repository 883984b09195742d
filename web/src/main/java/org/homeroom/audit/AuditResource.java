package org.homeroom.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;

/** Who did what, when and from where, in the school at hand. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final String READERS = "school and district administrators, operators";

    @Inject AuditLogService log;

    @QueryParam("actor")
    private String actor;

    @QueryParam("action")
    private String action;

    @QueryParam("subject")
    private String subject;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    /** Reads deeds on from a cursor, oldest first. */
    @Operation(does = "Reads deeds on from a cursor, oldest first.", by = READERS)
    @GET
    public Feed<AuditJson> entries(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Feed<AuditRow> feed = log.after(search(), cursor(after), limit);
        return new Feed<>(feed.rows().stream().map(AuditJson::of).toList(), feed.next());
    }

    /** Returns all that match as a table. */
    @Operation(does = "Returns all deeds that match as a table.", by = READERS)
    @GET
    @Path("/entries.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table() {
        AuditSearch search = search();
        Feed<AuditRow> first = log.after(search, 0, AuditLogService.LARGEST);
        StreamingOutput body =
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    writer.write(AuditCsv.HEAD);
                    Feed<AuditRow> part = first;
                    while (part != null) {
                        for (AuditRow row : part.rows()) {
                            writer.write(AuditCsv.line(row));
                        }
                        part = part.next() == null ? null : next(search, part.next());
                    }
                    writer.flush();
                };
        return Response.ok(body, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }

    /** Recomputes the chain of seals. */
    @Operation(does = "Recomputes the chain of seals over the audit.", by = READERS)
    @GET
    @Path("/proof")
    public AuditProof proof() {
        return log.prove();
    }

    private Feed<AuditRow> next(AuditSearch search, String after) {
        return log.after(search, Long.parseLong(after), AuditLogService.LARGEST);
    }

    private AuditSearch search() {
        return new AuditSearch(
                id(), blankToNull(action), blankToNull(subject), at("from", from), at("to", to));
    }

    private UUID id() {
        try {
            return blankToNull(actor) == null ? null : UUID.fromString(actor);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "actor", "actor is the id of an account.");
        }
    }

    private static Instant at(String name, String text) {
        try {
            return blankToNull(text) == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    name,
                    name + " is an instant such as 2026-10-12T09:10:00Z.");
        }
    }

    private static long cursor(String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "after", "Pass what the last answer gave as next.");
        }
        return Long.parseLong(after);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
