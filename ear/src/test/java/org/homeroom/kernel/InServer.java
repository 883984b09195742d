package org.homeroom.kernel;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the server under test before Arquillian looks for it; name it first in ExtendWith. */
public final class InServer implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (System.getProperty("jboss.home.dir") != null) {
            return; // Arquillian repeats the extensions inside the server.
        }
        System.setProperty("homeroom.test.wildfly", TestServer.wildfly().toString());
        System.setProperty(
                "homeroom.test.management.port", String.valueOf(TestServer.get().managementPort()));
    }
}
