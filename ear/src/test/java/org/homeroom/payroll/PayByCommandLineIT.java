package org.homeroom.payroll;

import static org.homeroom.kernel.RestAccount.number;
import static org.homeroom.kernel.RestAccount.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.RestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same execution from the server's command line, by REST and on the run itself. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PayByCommandLineIT {

    private static final String JOB = "payroll-pay-run";

    @Test
    void aRunStartedThereIsFoundEverywhere() throws Exception {
        RestAccount school = RestAccount.signIn("lakeside.localhost", "operator", "demo-Teacher-1");
        CrowdedClass crowd = new CrowdedClass(3);
        String run = text(school.post("/classes/" + crowd.id() + "/pay-runs", "{}", 201), "id");

        long execution = CommandLine.start(JOB, Map.of("school", "lakeside", "run", run));
        String seen = ended(school, execution);

        assertEquals("completed", text(seen, "state"), seen);
        assertEquals(run, text(seen, "run"));
        assertEquals(3, number(seen, "done"));
        assertTrue(
                CommandLine.execution(JOB, execution)
                        .contains("\"batch-status\" => \"COMPLETED\""));
        String paid = school.get("/pay-runs/" + run);
        assertEquals("paid", text(paid, "state"));
        assertEquals(execution, number(paid, "job_execution_id"));

        refused(school, Map.of("school", "lakeside", "run", run), "This run was paid already.");
    }

    @Test
    void aStartWithWrongParametersFailsWithASentence() throws Exception {
        RestAccount district = RestAccount.signIn("localhost", "operator", "demo-Teacher-1");
        String run = "00000000-0000-7000-8000-000000000000";

        refused(district, Map.of("school", "nowhere", "run", run), "There is no school nowhere.");
        refused(district, Map.of("run", run), "This job needs a school.");
        refused(district, Map.of("school", "lakeside"), "This job needs a pay run.");
        refused(
                district,
                Map.of("school", "lakeside", "run", run),
                "This school has no pay run with this id.");
        refused(
                district,
                Map.of("school", "lakeside", "run", run, "chunk", "none"),
                "A chunk has 1 to 5000 students.");
    }

    private static void refused(
            RestAccount account, Map<String, String> parameters, String sentence) throws Exception {
        long execution = CommandLine.start(JOB, parameters);
        String seen = ended(account, execution);

        assertEquals("failed", text(seen, "state"), seen);
        assertTrue(text(seen, "outcome").startsWith(sentence), seen);
        assertTrue(
                CommandLine.execution(JOB, execution).contains("\"exit-status\" => \"" + sentence));
    }

    private static String ended(RestAccount account, long execution) throws Exception {
        String path = "/jobs/executions/" + execution;
        String seen = account.get(path);
        while (seen.contains("\"ended_at\":null")) {
            Thread.sleep(100);
            seen = account.get(path);
        }
        return seen;
    }
}
