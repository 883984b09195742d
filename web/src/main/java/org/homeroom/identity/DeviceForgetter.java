package org.homeroom.identity;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.homeroom.tenancy.TenantContext;

/** Forgets a device when its session is over, by signing out or by running out. */
@WebListener
public class DeviceForgetter implements HttpSessionListener {

    private static final System.Logger LOG = System.getLogger(DeviceForgetter.class.getName());

    @Inject DeviceService devices;

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        SessionPerson person = SessionPerson.of(ended.getSession());
        if (person != null) {
            TenantContext.runAs(person.person().caller().schoolId(), () -> forget(person));
        }
    }

    private void forget(SessionPerson person) {
        try {
            devices.forget(person.signIn());
        } catch (EJBException | IllegalStateException e) {
            // The application stops, services before pages; a device that is not used is dropped in
            // time.
            LOG.log(System.Logger.Level.DEBUG, "a device is left for later", e);
        }
    }
}
