package org.homeroom.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void refusesAnOldJava() {
        Refused refused = assertThrows(Refused.class, () -> Preflight.java(16));

        assertEquals("Homeroom needs JDK 17 or newer, but this is 16.", refused.getMessage());
        assertDoesNotThrow(() -> Preflight.java(17));
    }

    @Test
    void namesThePortThatIsTakenAndTheVariableThatMovesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            Refused refused =
                    assertThrows(
                            Refused.class,
                            () -> Preflight.port(port, "HOMEROOM_HTTP_PORT", "the web server"));

            assertEquals(
                    "Port "
                            + port
                            + " for the web server is in use, perhaps by another Homeroom: stop that"
                            + " program or set HOMEROOM_HTTP_PORT.",
                    refused.getMessage());
        }
    }

    @Test
    void saysHowMuchRoomIsLeft() {
        Refused refused =
                assertThrows(Refused.class, () -> Preflight.space(Path.of("data"), 5L << 20));

        assertEquals(
                "The disk of data has 5 MB left, but Homeroom needs 700: free some or set"
                        + " HOMEROOM_DATA.",
                refused.getMessage());
    }
}
