package org.homeroom.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassDeviceService;
import org.homeroom.roster.ClassRef;

/** Where students tap on a device of their class; it names nobody, so that browsers may keep it. */
@Named
@RequestScoped
public class KioskTapPage {

    @Inject ClassDeviceService devices;

    private ClassRef served;

    /**
     * Returns the class that the device serves.
     *
     * @throws Refusal not found, when it serves none any more
     */
    public ClassRef getServed() {
        if (served == null) {
            served = devices.served().orElseThrow(Refusal::notFound);
        }
        return served;
    }

    public UUID getDevice() {
        return CallerContext.require().accountId();
    }

    /** Returns what people call the device. */
    public String getName() {
        return CallerContext.require().displayName();
    }

    public ZoneId getZone() {
        return getServed().zone();
    }
}
