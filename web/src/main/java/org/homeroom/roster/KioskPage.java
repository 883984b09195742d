package org.homeroom.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.homeroom.identity.CallerContext;

/** What a class's device shows: which class it serves, and how its students come in. */
@Named
@RequestScoped
public class KioskPage {

    @Inject ClassDeviceService devices;

    private ClassRef served;
    private boolean asked;

    /** Returns the class, null when the device serves none any more. */
    public ClassRef getServed() {
        if (!asked) {
            asked = true;
            served = devices.served().orElse(null);
        }
        return served;
    }

    /** Returns what people call the device. */
    public String getName() {
        return CallerContext.require().displayName();
    }
}
