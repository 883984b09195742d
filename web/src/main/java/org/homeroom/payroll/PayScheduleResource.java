package org.homeroom.payroll;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Operation;

/** When all classes of the school, or of the district's schools, are paid by themselves. */
@Path("/")
public class PayScheduleResource {

    private static final String BY = "school and district administrators, operators";
    private static final int NEWEST = 100;

    @Inject PayScheduleService schedules;

    /** Returns the schedule with its version. */
    @Operation(
            does =
                    "Returns when all classes of the school, or at the district's address those of all"
                            + " schools, are paid by themselves.",
            by = BY,
            versioned = true,
            answers = PayScheduleJson.class)
    @GET
    @Path("pay-schedule")
    public Response get() {
        return answer(schedules.get());
    }

    /** Replaces the schedule. */
    @Operation(
            does =
                    "Replaces the schedule; without pays_at it is switched off. A class's or school's own"
                            + " pay days win unless overrules is true.",
            by = BY,
            versioned = true,
            answers = PayScheduleJson.class)
    @PUT
    @Path("pay-schedule")
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PayScheduleJson request) {
        PaySchedule before = schedules.get();
        EntityVersion.require(ifMatch, before.version());
        return answer(schedules.change(request.over(before.version())));
    }

    /** Lists what became of the newest pay days. */
    @Operation(
            does =
                    "Lists what became of the newest 100 pay days of each school: who was paid, who was"
                            + " left out and why.",
            by = BY)
    @GET
    @Path("pay-days")
    public List<PayDaysJson> payDays() {
        return schedules.newest(NEWEST).stream().map(PayDaysJson::of).toList();
    }

    private static Response answer(PaySchedule found) {
        return EntityVersion.ok(PayScheduleJson.of(found), found.version());
    }
}
