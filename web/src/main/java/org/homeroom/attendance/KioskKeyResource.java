package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.Operation;

/** The key with which a device of a class signs its taps. */
@Path("/kiosk/key")
public class KioskKeyResource {

    @Inject KioskService kiosk;

    /** Base64 of the SubjectPublicKeyInfo of a P-256 key. */
    public record PublicKeyJson(String publicKey) {}

    /** The device's how manieth key it is; numbers of taps start at 1 with each. */
    public record Registered(int turn) {}

    /** Takes the calling device's key. */
    @Operation(
            does = "Takes the key with which the calling device signs its taps from now on.",
            by = "devices of a class")
    @PUT
    public Registered register(@Nullable PublicKeyJson key) {
        return new Registered(kiosk.register(key == null ? null : key.publicKey()));
    }
}
