package org.homeroom.attendance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Counts anew where students stand, a class a transaction, so that taps of other classes do not
 * wait meanwhile. Called by {@link ZoneFollower}, which is nobody.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StandingService {

    @Inject StandingRepository standings;

    /** Lists the classes with taps that go by the school's time zone. */
    public List<UUID> followingTheSchool() {
        return standings.followingTheSchool();
    }

    /** Counts all students of a class of the bound school anew. */
    public void recount(UUID classId) {
        standings.recount(classId);
    }
}
