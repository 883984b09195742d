package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.CsvCell;
import org.homeroom.kernel.DaySpan;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** All that moved in a class, as a table for spreadsheets. */
@Path("/classes/{id}/entries.csv")
public class ClassEntriesResource {

    private static final String HEAD =
            "recorded_at,student,account,kind,description,amount,balance_after,currency,student_id,"
                    + "entry_id,reversal_of\r\n";

    @Inject ClassEntryService ledger;
    @Inject RosterService roster;
    @Inject SchoolClock clock;

    /**
     * Returns the days, both inclusive; without them today. Times are the class's.
     *
     * @param student an id or a part of a name; account and kind likewise leave out the others
     */
    @Operation(
            does =
                    "Returns all that moved on the students' accounts as a table; days are the"
                            + " class's, both inclusive, today without them.",
            by = "the class's teacher, school administrators, operators")
    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response table(
            @PathParam("id") UUID classId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("student") String student,
            @QueryParam("account") String account,
            @QueryParam("kind") String kind) {
        ClassRef owned = roster.ownedClass(classId);
        DaySpan days =
                DaySpan.of(
                        TimeText.day("from", from),
                        TimeText.day("to", to),
                        clock.today(owned.zone()));
        String csv =
                ledger.entries(classId, days, student, account, kind).stream()
                        .map(one -> line(one, owned))
                        .collect(Collectors.joining("", HEAD, ""));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"entries.csv\"")
                .build();
    }

    private static String line(ClassEntry one, ClassRef owned) {
        ZoneId zone = owned.zone();
        return Stream.of(
                        one.recordedAt()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(zone)
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                        CsvCell.text(Objects.toString(one.owner(), "")),
                        one.account(),
                        one.kind(),
                        CsvCell.text(one.description()),
                        new Money(one.amount(), owned.currency()).toDecimal(),
                        new Money(one.balanceAfter(), owned.currency()).toDecimal(),
                        owned.currency(),
                        one.ownerId().toString(),
                        one.entryId().toString(),
                        Objects.toString(one.reversalOf(), ""))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
