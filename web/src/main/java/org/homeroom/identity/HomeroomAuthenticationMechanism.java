package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the container who sent each request, so that services see the person and their roles.
 * Whether the request may go on is decided by {@link DoorFilter}, which comes after.
 */
@ApplicationScoped
public class HomeroomAuthenticationMechanism implements HttpAuthenticationMechanism {

    @Inject Visits visits;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Caller caller = DoorFilter.isForMachines(request) ? null : visits.of(request).caller();
        return caller == null
                ? context.doNothing()
                : context.notifyContainerAboutLogin(
                        caller.accountId().toString(), Roles.withIncluded(caller.roles()));
    }
}
