package org.homeroom.identity;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import jakarta.servlet.annotation.WebListener;

/**
 * Opens the module when the server's {@code elytron-oidc-client} guards it; otherwise there is
 * nothing here to be found.
 */
@WebListener
public class ProviderGuard implements ServletContextListener {

    // The server puts it there when it knows this module.
    private static final String CONFIGURED = "org.wildfly.security.http.oidc.json.config";
    private static final String ANYBODY_PROVED = "**";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext here = event.getServletContext();
        if (here.getInitParameter(CONFIGURED) == null) {
            return;
        }
        leaveToTheServer(here);
        ServletRegistration.Dynamic arrival = here.addServlet("arrival", ProviderArrival.class);
        arrival.addMapping("/");
        arrival.setServletSecurity(
                new ServletSecurityElement(
                        new HttpConstraintElement(TransportGuarantee.NONE, ANYBODY_PROVED)));
    }

    // The main module's own way of authenticating is offered to every module of the EAR, where it
    // does not work.
    private static void leaveToTheServer(ServletContext here) {
        String name = here.getVirtualServerName() + " " + here.getContextPath();
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        for (String id : factory.getRegistrationIDs(null)) {
            if (name.equals(factory.getRegistrationContext(id).getAppContext())) {
                factory.removeRegistration(id);
            }
        }
    }
}
