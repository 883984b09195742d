package org.homeroom.payroll;

import static org.homeroom.kernel.RestAccount.number;
import static org.homeroom.kernel.RestAccount.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.RestAccount;
import org.homeroom.kernel.TestServer;
import org.junit.jupiter.api.Test;

/** A power cut in the middle of a pay day: nobody is paid twice, nobody is missed. */
class KilledPayRunIT {

    private static final int STUDENTS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private CrowdedClass crowd;
    private RestAccount school;
    private RestAccount district;

    @Test
    void everybodyIsPaidOnceWhenTheServerIsKilledHalfWay() throws Exception {
        crowd = new CrowdedClass(STUDENTS);
        signIn();
        String rehearsal = school.post("/classes/" + crowd.id() + "/pay-runs", "{}", 201);
        String run = text(rehearsal, "id");
        assertEquals(STUDENTS, number(rehearsal, "student_count"));

        // Many small chunks, so that the kill is certain to come between two of them.
        long first =
                CommandLine.start(
                        "payroll-pay-run", Map.of("school", "lakeside", "run", run, "chunk", "3"));
        await(() -> paid(run) > 0);
        TestServer.get().kill();

        long before = paid(run);
        assertTrue(before > 0 && before < STUDENTS, before + " were paid before the kill");
        assertEquals(before, entries(run));

        TestServer.get().startAgain();
        signIn();
        await(() -> !text(school.get("/pay-runs/" + run), "state").equals("running"));

        String after = school.get("/pay-runs/" + run);
        assertEquals("paid", text(after, "state"), after);
        assertEquals(STUDENTS, number(after, "paid_count"));
        assertEquals(STUDENTS, entries(run));
        assertEquals(0, unlikeTheirLine(run));
        long second = number(after, "job_execution_id");
        assertTrue(second > first);
        assertEquals("completed", text(district.get("/jobs/executions/" + second), "state"));
        assertEquals("failed", text(district.get("/jobs/executions/" + first), "state"));
        proveBooks();
    }

    private void signIn() throws Exception {
        school = RestAccount.signIn("lakeside.localhost", "operator", "demo-Teacher-1");
        district = RestAccount.signIn("localhost", "operator", "demo-Teacher-1");
    }

    private long paid(String run) throws Exception {
        return crowd.number("select paid_count from payroll_run where id = '" + run + "'");
    }

    private long entries(String run) throws Exception {
        return crowd.number(
                "select count(distinct cause_id) from ledger_entry e join payroll_line l on l.id = e.cause_id"
                        + " where l.run_id = '%1$s' having count(*) = count(distinct e.cause_id)"
                                .formatted(run));
    }

    // Students whose account does not hold exactly what their line says.
    private long unlikeTheirLine(String run) throws Exception {
        return crowd.number(
                """
                select count(*) from payroll_line l
                  join ledger_account a on a.owner_id = l.student_id and a.kind = 'checking'
                  where l.run_id = '%s' and (a.balance <> l.amount or a.version <> 1)
                """
                        .formatted(run));
    }

    private void proveBooks() throws Exception {
        String started =
                district.post(
                        "/jobs/ledger-prove/executions",
                        "{\"parameters\":{\"school\":\"lakeside\"}}",
                        201);
        String execution = "/jobs/executions/" + number(started, "job_execution_id");
        await(() -> !district.get(execution).contains("\"ended_at\":null"));
        String proof = district.get(execution);
        assertEquals("completed", text(proof, "state"), proof);
    }

    private static void await(Callable<Boolean> ready) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!ready.call()) {
            assertTrue(Instant.now().isBefore(deadline), "waited " + PATIENCE);
            Thread.sleep(20);
        }
    }
}
