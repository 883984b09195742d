package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.homeroom.identity.DoorCookie;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.identity.SessionDoor;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** Devices of a class: which there are, and this browser as one more. */
@Named
@RequestScoped
public class ClassDevicesPage {

    private static final Texts TEXTS = Texts.of("roster");

    @Inject ClassDeviceService devices;
    @Inject RosterService roster;
    @Inject SessionDoor door;
    @Inject HttpServletRequest request;

    private ClassRef inClass;
    private List<DoorKey> rows;
    private String name;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown: a form's buttons depend on it.
     */
    @PostConstruct
    void choose() {
        inClass = roster.shownClass(FieldForm.id(request.getParameter("class"))).orElse(null);
    }

    /** Returns the class whose devices are shown; null before there is one. */
    public ClassRef getInClass() {
        return inClass;
    }

    /** Returns the devices, the newest first. */
    public List<DoorKey> getRows() {
        if (rows == null) {
            rows = devices.list(inClass.id());
        }
        return rows;
    }

    /**
     * Makes this browser a device of the class and signs its teacher out: whoever comes next must
     * not sit down at the teacher's desk.
     */
    public void enrol() {
        FieldForm.submit(
                "enrol",
                () -> {
                    NewDoorKey made = devices.enrol(inClass.id(), name);
                    DoorCookie.DEVICE.leave(request, response(), made.secret());
                    door.end(request.getSession());
                },
                () -> "/roster/kiosk");
    }

    /** Takes a device back. */
    public void revoke() {
        FieldForm.submit(
                "list",
                () -> {
                    devices.revoke(inClass.id(), FieldForm.sent("device"));
                    FieldForm.say(TEXTS.get("devices.revoked"));
                },
                () -> "/roster/devices?class=" + inClass.id());
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
