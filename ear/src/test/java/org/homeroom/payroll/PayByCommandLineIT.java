package org.homeroom.payroll;

import static org.homeroom.kernel.RestAccount.number;
import static org.homeroom.kernel.RestAccount.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
        String there = CommandLine.executions(JOB, List.of(execution)).get(0);
        assertTrue(there.contains("\"batch-status\" => \"COMPLETED\""), there);
        String paid = school.get("/pay-runs/" + run);
        assertEquals("paid", text(paid, "state"));
        assertEquals(execution, number(paid, "job_execution_id"));

        refused(
                school,
                List.of(
                        new Wrong(
                                Map.of("school", "lakeside", "run", run),
                                "This run was paid already.")));
    }

    @Test
    void aStartWithWrongParametersFailsWithASentence() throws Exception {
        RestAccount district = RestAccount.signIn("localhost", "operator", "demo-Teacher-1");
        String run = "00000000-0000-7000-8000-000000000000";

        refused(
                district,
                List.of(
                        new Wrong(
                                Map.of("school", "nowhere", "run", run),
                                "There is no school nowhere."),
                        new Wrong(Map.of("run", run), "This job needs a school."),
                        new Wrong(Map.of("school", "lakeside"), "This job needs a pay run."),
                        new Wrong(
                                Map.of("school", "lakeside", "run", run),
                                "This school has no pay run with this id."),
                        new Wrong(
                                Map.of("school", "lakeside", "run", run, "chunk", "none"),
                                "A chunk has 1 to 5000 students.")));
    }

    /** What a start is given, and the sentence with which it fails. */
    private record Wrong(Map<String, String> parameters, String sentence) {}

    private static void refused(RestAccount account, List<Wrong> starts) throws Exception {
        List<Long> executions =
                CommandLine.start(JOB, starts.stream().map(Wrong::parameters).toList());
        List<String> seen = new ArrayList<>();
        for (long execution : executions) {
            seen.add(ended(account, execution));
        }

        List<String> there = CommandLine.executions(JOB, executions);
        for (int i = 0; i < starts.size(); i++) {
            String sentence = starts.get(i).sentence();
            assertEquals("failed", text(seen.get(i), "state"), seen.get(i));
            assertTrue(text(seen.get(i), "outcome").startsWith(sentence), seen.get(i));
            assertTrue(there.get(i).contains("\"exit-status\" => \"" + sentence), there.get(i));
        }
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
