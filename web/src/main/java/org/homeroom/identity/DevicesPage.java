package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** The part of the profile that lists where the person is signed in. */
@Named
@RequestScoped
public class DevicesPage {

    private static final Texts TEXTS = Texts.of("identity");

    @Inject DeviceService devices;
    @Inject HttpServletRequest request;

    private List<Device> rows;

    /** Returns where the person is signed in, the latest used first. */
    public List<Device> getRows() {
        if (rows == null) {
            rows = devices.mine();
        }
        return rows;
    }

    /** Returns what the person recognises it by; one that gave no name is called just its kind. */
    public String nameOf(Device device) {
        return device.name().equals(device.kind())
                ? TEXTS.get("profile.devices.unknown")
                : device.name();
    }

    /** Tells whether it is the session that the page is shown to. */
    public boolean here(Device device) {
        return device.id().equals(Visit.of(request).signIn());
    }

    /** Signs the person out there. */
    public void end() {
        act(() -> devices.end(FieldForm.sent("device")));
    }

    /** Signs the person out everywhere but here. */
    public void endOthers() {
        act(() -> devices.endOthers(Visit.of(request).signIn()));
    }

    private static void act(Runnable work) {
        FieldForm.submit(
                "devices",
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get("profile.devices.done"));
                },
                () -> "/identity/profile");
    }
}
