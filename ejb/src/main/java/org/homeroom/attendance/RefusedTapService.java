package org.homeroom.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;

/** What the devices of a class sent and the server did not take. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class RefusedTapService {

    private static final int MOST = 100;

    @Inject RosterService roster;
    @Inject KioskRepository kiosks;

    /**
     * Lists the newest refused taps of a class that the caller runs, at most {@value #MOST}.
     *
     * @throws Refusal not found, for a stranger's class
     */
    public List<RefusedTap> list(UUID classId) {
        return kiosks.refused(roster.ownedClass(classId).id(), MOST);
    }
}
