package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;

/** Whether students of a class may tap. */
@Path("/classes/{id}/tapping")
public class TappingResource {

    @Inject TappingService tapping;

    /** Tells whether somebody may tap, and how many may and may not. */
    @Operation(
            does = "Tells whether students of a class may tap, and how many may and may not.",
            by = "the class's teacher, school administrators")
    @GET
    public Tapping read(@PathParam("id") UUID classId) {
        return tapping.of(classId);
    }

    /** Opens or closes tapping for chosen students, or for the whole class. */
    @Operation(
            does = "Opens or closes tapping for chosen students, or for the whole class.",
            by = "the class's teacher, school administrators")
    @PUT
    public Changed change(@PathParam("id") UUID classId, TappingRequest request) {
        boolean all = Boolean.TRUE.equals(request.all());
        if (all == (request.studentIds() != null && !request.studentIds().isEmpty())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "student_ids",
                    "Name student_ids, or send all as true.");
        }
        if (request.enabled() == null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "enabled", "Send enabled as true or false.");
        }
        return new Changed(
                tapping.change(classId, all ? null : request.studentIds(), request.enabled()));
    }

    /** Who may tap from now on, or may not. */
    public record TappingRequest(
            Boolean enabled, @Nullable List<UUID> studentIds, @Nullable Boolean all) {}

    /** For how many seats it was otherwise before. */
    public record Changed(int updatedCount) {}
}
