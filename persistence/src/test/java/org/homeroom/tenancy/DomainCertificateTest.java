package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** People are warned thirty days before a certificate ends, and not before. */
class DomainCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAYS_30 = Duration.ofDays(30);

    @Test
    void theWarningBeginsThirtyDaysBeforeTheEnd() {
        state("good", false, new SeenCertificate(NOW.plus(DAYS_30).plusSeconds(1), null));
        state("ending", true, new SeenCertificate(NOW.plus(DAYS_30), null));
        state("ending", true, new SeenCertificate(NOW.plusSeconds(1), null));
        state("expired", true, new SeenCertificate(NOW, null));
    }

    @Test
    void whatIsWrongBesidesIsSaidFirst() {
        state("wrong_name", true, new SeenCertificate(NOW, SeenCertificate.WRONG_NAME));
        state("unreachable", true, SeenCertificate.none(SeenCertificate.UNREACHABLE));
        assertEquals("unchecked", new DomainCertificate("a.org", null, null).stateAt(NOW));
    }

    private static void state(String expected, boolean warns, SeenCertificate seen) {
        DomainCertificate certificate = new DomainCertificate("a.org", NOW, seen);
        assertEquals(expected, certificate.stateAt(NOW));
        assertEquals(warns, certificate.warnsAt(NOW));
    }
}
