package org.homeroom.payroll;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.homeroom.kernel.Patience.await;
import static org.homeroom.kernel.RestAccount.number;
import static org.homeroom.kernel.RestAccount.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.RestAccount;
import org.homeroom.kernel.TestServer;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A power cut in the middle of a pay day: nobody is paid twice, nobody is missed. */
@ExtendWith(InBrowser.class)
class KilledPayRunIT {

    private static final int STUDENTS = 600;

    private CrowdedClass crowd;
    private RestAccount school;
    private RestAccount district;

    @Test
    void everybodyIsPaidOnceWhenTheServerIsKilledHalfWay(Visitors people) throws Exception {
        crowd = new CrowdedClass(STUDENTS);
        crowd.mark();
        signIn();
        String rehearsal = school.post("/classes/" + crowd.id() + "/pay-runs", "{}", 201);
        String run = text(rehearsal, "id");
        assertEquals(STUDENTS, number(rehearsal, "student_count"));

        // Many small chunks, so that the kill is certain to come between two of them.
        long first =
                CommandLine.start(
                        "payroll-pay-run", Map.of("school", "lakeside", "run", run, "chunk", "3"));
        await(() -> crowd.paid(run) > 0);
        TestServer.get().kill();

        long before = crowd.paid(run);
        assertTrue(before > 0 && before < STUDENTS, before + " were paid before the kill");
        assertEquals(before, crowd.entries(run));
        assertEquals(before, crowd.markEntries(run));

        TestServer.get().startAgain();
        signIn();
        await(() -> !text(school.get("/pay-runs/" + run), "state").equals("running"));

        String after = school.get("/pay-runs/" + run);
        assertEquals("paid", text(after, "state"), after);
        assertEquals(STUDENTS, number(after, "paid_count"));
        assertEquals(STUDENTS, crowd.entries(run));
        assertEquals(STUDENTS, crowd.markEntries(run));
        assertEquals(0, crowd.unlikeTheirLine(run));
        long second = number(after, "job_execution_id");
        assertTrue(second > first);
        assertEquals("completed", text(district.get("/jobs/executions/" + second), "state"));
        String interrupted = district.get("/jobs/executions/" + first);
        assertEquals("failed", text(interrupted, "state"));
        assertEquals(second, number(interrupted, "continued_by"));
        assertReadsInterrupted(people, first, second);
        proveBooks();
    }

    private static void assertReadsInterrupted(Visitors people, long first, long second) {
        Visitor operator = people.atPlatform().signIn("operator", "demo-Teacher-1");
        Locator row = operator.row("payroll-pay-run " + first);
        assertThat(row).containsText("Interrupted");
        assertThat(row.getByRole(AriaRole.BUTTON)).hasCount(0);
        row.getByRole(AriaRole.LINK).first().click();
        operator.reads("The server went down while this run was at work.");
        operator.link("continued by run " + second).click();
        operator.reads("payroll-pay-run, run " + second);
    }

    private void signIn() throws Exception {
        school = RestAccount.signIn("lakeside.localhost", "operator", "demo-Teacher-1");
        district = RestAccount.signIn("localhost", "operator", "demo-Teacher-1");
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
}
