package org.homeroom.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** Taps of a class as a table for spreadsheets. */
@Path("/classes/{id}/taps.csv")
public class TapTableResource {

    private static final int PART = 1000;

    @Inject TapCorrectionService corrections;
    @Inject RosterService roster;

    /** Returns the taps of days of the class, both inclusive, in the order they happened. */
    @Operation(
            does = "Returns taps as a table; days are the class's, both inclusive.",
            by = "the class's teacher, school administrators")
    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response table(
            @PathParam("id") UUID classId,
            @QueryParam("student_id") UUID studentId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("source") String source,
            @QueryParam("removed") boolean removed) {
        ClassRef owned = roster.ownedClass(classId);
        LocalDate last = TimeText.day("to", to);
        TapFilter filter =
                new TapFilter(
                        classId,
                        studentId,
                        start(TimeText.day("from", from), owned),
                        last == null ? null : start(last.plusDays(1), owned),
                        source == null || source.isBlank() ? null : source,
                        removed);
        Feed<TapRow> first = corrections.taps(filter, null, PART);
        StreamingOutput body =
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    writer.write(TapCsv.HEAD);
                    Feed<TapRow> part = first;
                    while (part != null) {
                        for (TapRow tap : part.rows()) {
                            writer.write(TapCsv.line(tap, owned.zone()));
                        }
                        part =
                                part.next() == null
                                        ? null
                                        : corrections.taps(
                                                filter, UUID.fromString(part.next()), PART);
                    }
                    writer.flush();
                };
        return Response.ok(body, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"taps.csv\"")
                .build();
    }

    private static Instant start(LocalDate day, ClassRef owned) {
        return day == null ? null : day.atStartOfDay(owned.zone()).toInstant();
    }
}
