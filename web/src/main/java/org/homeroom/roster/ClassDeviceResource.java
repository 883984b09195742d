package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.identity.DoorKey;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Devices on which the students of a class sign in. */
@Path("/classes/{id}/devices")
public class ClassDeviceResource {

    private static final String STAFF = "the class's teacher, school administrators";

    @Inject ClassDeviceService devices;

    @PathParam("id")
    private UUID classId;

    /** A device; null was never used. */
    public record ClassDevice(
            UUID id, String name, Instant enrolledAt, @Nullable Instant lastSeenAt) {

        static ClassDevice of(DoorKey key) {
            return new ClassDevice(key.accountId(), key.name(), key.madeAt(), key.seenAt());
        }
    }

    /** Lists the devices of the class. */
    @Operation(does = "Lists the devices of the class, the newest first.", by = STAFF)
    @GET
    public Slice<ClassDevice> list(@BeanParam ListPart part) {
        return part.of(devices.list(classId).stream().map(ClassDevice::of).toList());
    }

    /** Takes a device back. */
    @Operation(
            does = "Takes a device back: its key opens nothing any more.",
            by = STAFF,
            status = 204)
    @DELETE
    @Path("/{device}")
    public void revoke(@PathParam("device") UUID deviceId) {
        devices.revoke(classId, deviceId);
    }
}
