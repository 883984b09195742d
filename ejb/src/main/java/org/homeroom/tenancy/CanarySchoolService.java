package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Schools in which isolation is tried. They stand in no list, no timer works for them, and outside
 * a trial they are closed. For the job that tries; no page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CanarySchoolService {

    @Inject SchoolRepository schools;
    @Inject Event<SchoolChanged> changed;

    /** Opens the canary school at the label, made now when there is none. */
    public SchoolRef open(String label) {
        return turn(label, "active");
    }

    /** Closes the canary school at the label until the next trial. */
    public void close(String label) {
        turn(label, "suspended");
    }

    private SchoolRef turn(String label, String status) {
        schools.putCanary(label, status);
        SchoolRef school = schools.bySubdomain(label).orElseThrow();
        if (!school.kind().equals("canary")) {
            throw new IllegalStateException("a school has the address " + label);
        }
        changed.fire(new SchoolChanged(school.id(), school.isActive()));
        return school;
    }
}
