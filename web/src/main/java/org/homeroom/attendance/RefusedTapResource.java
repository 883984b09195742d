package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Slice;

/** Taps of a class's devices that do not count. */
@Path("/classes/{id}/kiosk-refusals")
public class RefusedTapResource {

    @Inject RefusedTapService refused;

    /** One of them; the student is null when it was nobody of the class. */
    public record RefusedTapJson(
            UUID deviceId,
            long seq,
            @Nullable UUID studentId,
            String action,
            Instant at,
            String code,
            String message,
            Instant receivedAt) {

        static RefusedTapJson of(RefusedTap tap) {
            return new RefusedTapJson(
                    tap.deviceId(),
                    tap.seq(),
                    tap.studentId(),
                    tap.action().wire(),
                    tap.at(),
                    tap.code(),
                    Sentences.say(KioskCode.valueOf(tap.code()).sentence()),
                    tap.receivedAt());
        }
    }

    /** Lists them. */
    @Operation(
            does = "Lists the newest taps of the class's devices that were refused.",
            by = "the class's teacher, school administrators")
    @GET
    public Slice<RefusedTapJson> list(@PathParam("id") UUID classId, @BeanParam ListPart part) {
        return part.of(refused.list(classId).stream().map(RefusedTapJson::of).toList());
    }
}
