package org.homeroom.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Where the caller is signed in. */
@Path("/auth/devices")
public class DeviceResource {

    @Inject DeviceService devices;
    @Context HttpServletRequest request;

    /** A browser's session or a program's tokens. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeviceJson(
            UUID id,
            String kind,
            String name,
            @Nullable String ip,
            Instant signedInAt,
            Instant lastSeenAt,
            boolean current) {}

    /** Lists where the caller is signed in. */
    @Operation(
            does = "Lists where the caller is signed in, the latest used first.",
            by = "everyone")
    @GET
    public Slice<DeviceJson> list(@BeanParam ListPart part) {
        return part.of(devices.mine().stream().map(this::shown).toList());
    }

    /** Returns one of the caller's sign-ins. */
    @Operation(does = "Returns one of the caller's sign-ins.", by = "everyone")
    @GET
    @Path("/{id}")
    public DeviceJson find(@PathParam("id") UUID id) {
        return shown(devices.find(id));
    }

    /** Signs the caller out there. */
    @Operation(
            does = "Signs the caller out there: its session or tokens end.",
            by = "everyone",
            status = 204)
    @DELETE
    @Path("/{id}")
    public void end(@PathParam("id") UUID id) {
        devices.end(id);
    }

    private DeviceJson shown(Device device) {
        return new DeviceJson(
                device.id(),
                device.kind(),
                device.name(),
                device.ip(),
                device.begunAt(),
                device.seenAt(),
                device.id().equals(Visit.of(request).signIn()));
    }
}
