package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.DoorKeyService;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;

/** Enrols and takes back the devices of a class that the caller runs. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN})
public class ClassDeviceService {

    @Inject RosterService roster;
    @Inject RosterRepository classes;
    @Inject DoorKeyService keys;

    /** Lists the devices of the class, the newest first. */
    public List<DoorKey> list(UUID classId) {
        return keys.of(Roles.KIOSK, roster.ownedClass(classId).id());
    }

    /**
     * Enrols a device; its key is known only now.
     *
     * @param name what people call the device
     * @throws Refusal not found, or naming {@code name}
     */
    public NewDoorKey enrol(UUID classId, String name) {
        return keys.make(Roles.KIOSK, roster.ownedClass(classId).id(), name, null);
    }

    /**
     * Takes a device back: whatever is open on it as the class's device ends.
     *
     * @throws Refusal not found, when the class has no such device
     */
    public void revoke(UUID classId, UUID deviceId) {
        keys.end(Roles.KIOSK, roster.ownedClass(classId).id(), deviceId);
    }

    /** Returns the key of the calling device; empty when it serves no class any more. */
    @RolesAllowed(Roles.KIOSK)
    public Optional<DoorKey> self() {
        return keys.mine();
    }

    /** Takes the devices of classes back that have ended: nobody comes in by them any more. */
    @PermitAll
    public void takeBack(@Observes RosterFilled filled) {
        for (UUID classId : classes.ended(filled.classIds())) {
            keys.of(Roles.KIOSK, classId)
                    .forEach(device -> keys.end(Roles.KIOSK, classId, device.accountId()));
        }
    }

    /** Returns the class that the calling device serves; empty when it serves none any more. */
    @RolesAllowed(Roles.KIOSK)
    public Optional<ClassRef> served() {
        return self().flatMap(key -> classes.byId(key.placeId()));
    }
}
