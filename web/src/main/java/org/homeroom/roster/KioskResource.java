package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;

/** Enrols devices of a class, and tells a device what it is. */
@Path("/kiosk")
public class KioskResource {

    @Inject ClassDeviceService devices;

    /** Which class gets a device, and what people call it. */
    public record Enrolment(UUID classId, String name) {}

    /** A device just enrolled; the key is readable this once. */
    public record Enrolled(UUID id, UUID classId, String name, Instant enrolledAt, String key) {}

    /** The calling device and its class. */
    public record Self(UUID id, String name, UUID classId, String className, String period) {}

    /** Tells the calling device which class it serves. */
    @Operation(
            does = "Tells a device its name and the class that it serves.",
            by = "devices of a class")
    @GET
    public Self self() {
        DoorKey key = devices.self().orElseThrow(Refusal::notFound);
        ClassRef served = devices.served().orElseThrow(Refusal::notFound);
        return new Self(key.accountId(), key.name(), served.id(), served.name(), served.period());
    }

    /** Enrols a device. */
    @Operation(
            does =
                    "Enrols a device of a class. The answer alone has its key, with which the device"
                            + " signs in.",
            by = "the class's teacher, school administrators",
            status = 201,
            answers = KioskResource.Enrolled.class)
    @POST
    @Path("/devices")
    public Response enrol(@Nullable Enrolment wanted) {
        if (wanted == null || wanted.classId() == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "class_id", "Name the class.");
        }
        NewDoorKey made = devices.enrol(wanted.classId(), wanted.name());
        DoorKey key = made.key();
        return Response.status(Response.Status.CREATED)
                .entity(
                        new Enrolled(
                                key.accountId(),
                                key.placeId(),
                                key.name(),
                                key.madeAt(),
                                made.secret()))
                .build();
    }
}
