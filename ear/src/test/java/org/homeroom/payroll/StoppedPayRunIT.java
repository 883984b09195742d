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
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeroom.audit.AuditTrail;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.CommandLine;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.RestAccount;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator stops a pay day half-way and lets it go on: everybody is paid, and once. */
@ExtendWith(InBrowser.class)
class StoppedPayRunIT {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final int STUDENTS = 900;

    private CrowdedClass crowd;
    private RestAccount operator;
    private String run;
    private String page;

    @BeforeEach
    void rehearse() throws Exception {
        crowd = new CrowdedClass(STUDENTS);
        operator = RestAccount.signIn("lakeside.localhost", "operator", PASSWORD);
        run = text(operator.post("/classes/" + crowd.id() + "/pay-runs", "{}", 201), "id");
        page = "/payroll/run?id=" + run + "&class=" + crowd.id();
    }

    @Test
    void byRest() throws Exception {
        long first = start();
        TreeSet<Long> seen = new TreeSet<>();
        await(() -> seen.add(percent(first)) && seen.size() > 2);

        AuditTrail trail =
                AuditTrail.of(
                        Client.signIn("lakeside", "operator", PASSWORD),
                        "operations.job.stopped",
                        "operations.job.restarted");

        operator.post("/jobs/executions/" + first + "/stop", "", 202);

        await(() -> state(first).equals("stopped"));
        // The job is told to be stopped a moment before its run is.
        await(() -> text(operator.get("/pay-runs/" + run), "state").equals("failed"));
        String stopped = operator.get("/pay-runs/" + run);
        assertEquals("Stopped by an operator.", text(stopped, "failure"));
        long before = crowd.paid(run);
        assertTrue(before > 0 && before < STUDENTS, before + " were paid before the stop");
        assertEquals(before, crowd.entries(run));

        String answer = operator.post("/jobs/executions/" + first + "/restart", "", 202);

        long second = number(answer, "job_execution_id");
        assertTrue(second > first);
        await(() -> state(second).equals("completed"));
        assertPaidOnce();
        trail.hasGrown();
        operator.post("/jobs/executions/" + first + "/restart", "", 409);
        assertEquals(second, number(operator.get("/jobs/executions/" + first), "continued_by"));
        assertPaidOnce();
    }

    @Test
    void onThePages(Visitors people) throws Exception {
        long first = start();
        Visitor jobs = people.at("lakeside").signIn("operator", PASSWORD);
        jobs.open("/operations/jobs");
        Locator row = jobs.row("payroll-pay-run " + first);

        row.getByRole(AriaRole.BUTTON).click();

        await(() -> state(first).equals("stopped"));
        jobs.open(page);
        jobs.reads("Stopped by an operator.");
        jobs.button("Continue").click();
        Locator paid = jobs.page().getByText(Pattern.compile("\\d+ of 900 students paid"));
        TreeSet<String> seen = new TreeSet<>();
        await(
                () -> {
                    seen.add(paid.textContent());
                    return seen.size() > 2;
                });
        // Of a busy machine 900 steps ask more than a page's patience.
        await(() -> text(operator.get("/pay-runs/" + run), "state").equals("paid"));
        jobs.reads("Paid for");
        assertThat(jobs.button(Pattern.compile("Take back .*"))).isVisible();
        assertPaidOnce();
    }

    // Students one by one, so that there is time to stop.
    private long start() throws Exception {
        return CommandLine.start(
                "payroll-pay-run", Map.of("school", "lakeside", "run", run, "chunk", "1"));
    }

    private String state(long execution) throws Exception {
        return text(operator.get("/jobs/executions/" + execution), "state");
    }

    private long percent(long execution) throws Exception {
        return number(operator.get("/jobs/executions/" + execution), "percent");
    }

    private void assertPaidOnce() throws Exception {
        assertEquals("paid", text(operator.get("/pay-runs/" + run), "state"));
        assertEquals(STUDENTS, crowd.paid(run));
        assertEquals(STUDENTS, crowd.entries(run));
        assertEquals(0, crowd.unlikeTheirLine(run));
    }
}
