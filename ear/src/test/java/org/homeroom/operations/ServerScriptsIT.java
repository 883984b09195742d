package org.homeroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeroom.kernel.TestServer;
import org.homeroom.launcher.WildFly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What install-homeroom.cli does to a server, uninstall-homeroom.cli undoes. */
class ServerScriptsIT {
    private static final Path SCRIPTS = Path.of("..", "wildfly-config").toAbsolutePath();

    @TempDir private Path base;

    @Test
    void aServerIsProvisionedOnceAndUninstallLeavesItAsItWas() throws Exception {
        WildFly server = new WildFly(TestServer.wildfly(), base.resolve("server"), SCRIPTS);
        Path configuration = base.resolve("server/configuration/standalone.xml");
        String before =
                Files.readString(
                        TestServer.wildfly().resolve("standalone/configuration/standalone.xml"));

        assertEquals(true, server.provision());
        String installed = Files.readString(configuration);
        assertEquals(false, server.provision());
        assertEquals(installed, Files.readString(configuration));
        server.runOffline(SCRIPTS.resolve("uninstall-homeroom.cli"));

        assertNotEquals(lines(before), lines(installed));
        assertEquals(lines(before), lines(Files.readString(configuration)));
    }

    /** The server writes comments, blank lines and spaces in its own way. */
    private static String lines(String xml) {
        Matcher comments = Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(xml);
        return comments.replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (all, line) -> all + line + "\n");
    }
}
