package org.homeroom.payroll;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.CsvCell;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Operation;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The students of a class with their pay, as a table for spreadsheets (economy.md 5.2). */
@Path("/classes/{id}/pay-students.csv")
public class PayStudentsResource {

    private static final String HEAD =
            "student,unpaid_seconds,estimate,last_paid,paid_times,earned,average,currency,student_id\r\n";

    @Inject PayRunService payRuns;
    @Inject RosterService roster;

    /** Returns one row a student; times are the class's. */
    @Operation(
            does = "Returns each student's unpaid time, estimate and pay so far as a table.",
            by = "the class's teacher, school administrators, operators")
    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response table(@PathParam("id") UUID classId) {
        ClassRef owned = roster.ownedClass(classId);
        String csv =
                payRuns.students(classId).stream()
                        .map(one -> line(one, owned))
                        .collect(Collectors.joining("", HEAD, ""));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"pay-students.csv\"")
                .build();
    }

    static String line(PayStudent one, ClassRef owned) {
        String lastPaid =
                one.lastPaid() == null
                        ? ""
                        : one.lastPaid()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(owned.zone())
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return String.join(
                        ",",
                        CsvCell.text(one.displayName()),
                        String.valueOf(one.seconds()),
                        amount(one.due(), owned),
                        lastPaid,
                        String.valueOf(one.pays()),
                        amount(one.earned(), owned),
                        amount(one.average(), owned),
                        owned.currency(),
                        one.studentId().toString())
                + "\r\n";
    }

    private static String amount(long minor, ClassRef owned) {
        return new Money(minor, owned.currency()).toDecimal();
    }
}
