package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.DoorCookie;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.NewDoorKey;
import org.homeroom.identity.SessionDoor;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
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

    private UUID classId;
    private List<DoorKey> rows;
    private String name;

    /** Names the class before Faces asks what is shown: a form's buttons depend on it. */
    @PostConstruct
    void choose() {
        classId = FieldForm.id(request.getParameter("class"));
        if (classId == null) {
            throw Refusal.notFound();
        }
    }

    public ClassRef getInClass() {
        return roster.ownedClass(classId);
    }

    /** Returns the devices, the newest first. */
    public List<DoorKey> getRows() {
        if (rows == null) {
            rows = devices.list(classId);
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
                    NewDoorKey made = devices.enrol(classId, name);
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
                    devices.revoke(classId, FieldForm.sent("device"));
                    FieldForm.say(TEXTS.get("devices.revoked"));
                },
                () -> "/roster/devices?class=" + classId);
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
