package org.homeroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs over REST, for operators. */
class JobsRestIT {

    private static Client operator;

    @BeforeAll
    static void signIn() {
        operator = Client.signIn("", "operator", "demo-Teacher-1");
    }

    @Test
    void jobsAndTheirExecutionsAreListed() {
        assertTrue(
                operator.get("/jobs").ok(200).findValuesAsText("name").contains("payroll-pay-run"));
        Answer executions = operator.get("/jobs/executions?job=payroll-pay-run&per_page=1");

        JsonNode newest = executions.ok(200).get(0);

        assertTrue(executions.body().at("/meta/total").asInt() > 1);
        assertEquals("payroll-pay-run", newest.get("job").asText());
        JsonNode found = operator.get("/jobs/executions/" + newest.get("id").asText()).ok(200);
        assertTrue(found.get("steps").isArray());
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        operator.get("/jobs/executions/999999999").refused(404, "NOT_FOUND");
        operator.post("/jobs/executions/999999999/stop", null).refused(404, "NOT_FOUND");
        operator.post("/jobs/executions/999999999/restart", null).refused(404, "NOT_FOUND");
        operator.post("/jobs/no-such-job/executions", Map.of()).refused(404, "NOT_FOUND");
    }

    @Test
    void aJobNeedsItsParameters() {
        Answer answer = operator.post("/jobs/payroll-pay-run/executions", Map.of());

        answer.refused(422, "VALIDATION_ERROR");
        assertEquals("school", answer.field());
    }

    @Test
    void aJobTakesOnlyValuesItCanUse() {
        String nobodys = "00000000-0000-7000-8000-000000000000";

        refused("payroll-pay-run", "school", Map.of("school", "nowhere", "run", nobodys));
        refused("payroll-pay-run", "run", Map.of("school", "lakeside", "run", "nonsense"));
        refused("payroll-pay-run", "run", Map.of("school", "lakeside", "run", nobodys));
        refused(
                "payroll-pay-run",
                "chunk",
                Map.of("school", "lakeside", "run", nobodys, "chunk", "many"));
        refused(
                "payroll-pay-run",
                "speed",
                Map.of("school", "lakeside", "run", nobodys, "speed", "9"));
        refused("interest-run", "run", Map.of("school", "lakeside", "run", "nonsense"));
        refused("roster-apply", "roster", Map.of("school", "lakeside", "roster", nobodys));
        refused("ledger-prove", "run", Map.of("run", nobodys));
    }

    @Test
    void aRunThatIsPaidIsNotPaidByAJobOnceMore() {
        JsonNode done =
                operator.get("/jobs/executions?job=payroll-pay-run&state=completed&per_page=1")
                        .ok(200)
                        .at("/0/parameters");
        Map<String, String> again =
                Map.of("school", done.get("school").asText(), "run", done.get("run").asText());

        operator.post("/jobs/payroll-pay-run/executions", Map.of("parameters", again))
                .refused(409, "CONFLICT");
    }

    private static void refused(String job, String field, Map<String, String> parameters) {
        Answer answer =
                operator.post("/jobs/" + job + "/executions", Map.of("parameters", parameters));

        answer.refused(422, "VALIDATION_ERROR");
        assertEquals(field, answer.field());
    }

    @Test
    void whatHasEndedIsNeitherStoppedNorRestarted() {
        String ended =
                operator.get("/jobs/executions?state=completed&per_page=1")
                        .ok(200)
                        .at("/0/id")
                        .asText();

        operator.post("/jobs/executions/" + ended + "/stop", null).refused(409, "CONFLICT");
        operator.post("/jobs/executions/" + ended + "/restart", null).refused(409, "CONFLICT");
    }

    @Test
    void othersHaveNoJobs() {
        Client teacher = Client.signIn("riverbend", "okello", "demo-Teacher-1");

        teacher.get("/jobs").refused(403, "AUTHORIZATION_ERROR");
        teacher.get("/jobs/executions").refused(403, "AUTHORIZATION_ERROR");
        teacher.post("/jobs/ledger-prove/executions", Map.of()).refused(403, "AUTHORIZATION_ERROR");
    }
}
