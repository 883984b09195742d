package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** How people recognise where they are signed in. */
class DeviceNameTest {

    @Test
    void aBrowserIsNamedWithItsSystem() {
        assertEquals(
                "Chrome, Chromebook",
                DeviceName.of(
                        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like"
                                + " Gecko) Chrome/131.0.0.0 Safari/537.36"));
        assertEquals(
                "Edge, Windows",
                DeviceName.of(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
                                + " Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"));
        assertEquals(
                "Safari, iPhone",
                DeviceName.of(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
                                + " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"));
        assertEquals(
                "Firefox, Android",
                DeviceName.of(
                        "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0"));
    }

    @Test
    void aProgramIsNamedByItsFirstWord() {
        assertEquals("curl/8.5.0", DeviceName.of("curl/8.5.0"));
        assertEquals("Java-http-client/17.0.15", DeviceName.of("Java-http-client/17.0.15"));
    }

    /** Pages say so in the language of whoever reads them. */
    @Test
    void whatNamesNothingHasNoName() {
        assertNull(DeviceName.of(" "));
        assertNull(DeviceName.of((String) null));
    }
}
