package org.homeroom.audit;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.homeroom.kernel.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is done is sealed soon after, at a school and in the district's own office. */
class AuditSealIT {

    private static final String DEMO = "demo-Teacher-1";

    @Test
    @Execution(ExecutionMode.CONCURRENT) // waits for the same timer as the other
    void aSchoolsAuditIsSealed() throws Exception {
        isSealedSoon(Client.signIn("riverbend", "principal", DEMO));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theDistrictsAuditIsSealed() throws Exception {
        isSealedSoon(Client.signIn("", "operator", DEMO));
    }

    // The reader's own sign-in was the newest entry when the proof was asked for first.
    private static void isSealedSoon(Client reader) throws Exception {
        long written = proof(reader).get("entries").asLong();
        assertTrue(written > 0);
        await(() -> proof(reader).get("sealed").asLong() >= written);
    }

    private static JsonNode proof(Client reader) {
        JsonNode proof = reader.get("/audit/proof").ok(200);
        assertTrue(proof.path("breach").isNull() || proof.path("breach").isMissingNode());
        return proof;
    }
}
