package org.homeroom.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.homeroom.tenancy.TenantContext;

/** Forgets a device when its session is over, by signing out or by running out. */
@WebListener
public class DeviceForgetter implements HttpSessionListener {

    @Inject DeviceService devices;

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        SessionPerson person = SessionPerson.of(ended.getSession());
        if (person != null) {
            TenantContext.runAs(
                    person.person().caller().schoolId(), () -> devices.forget(person.signIn()));
        }
    }
}
