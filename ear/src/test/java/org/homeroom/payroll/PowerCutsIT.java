package org.homeroom.payroll;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.homeroom.attendance.KioskDevice;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.TestServer;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Server or database are killed again and again at random points of a pay run with marks that pay,
 * of an interest run and of the sending of a kiosk's taps: whatever was acknowledged is there,
 * once, nothing is missed, and the books prove. A long series, asked for with {@code
 * -Dpower.cuts=20}.
 */
@EnabledIfSystemProperty(named = "power.cuts", matches = "[0-9]+")
class PowerCutsIT {

    private static final int STUDENTS = 600;
    private static final int TAPS = 60;
    private static final int AT_ONCE = 3;

    /** Longer than runs are watched that stand still. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** The work takes about as long; a cut may also come after its end. */
    private static final int LONGEST_MILLIS = 800;

    private static final int BETWEEN_MILLIS = 500;

    private final Random random = new Random();

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        long seed = System.nanoTime();
        System.out.println("power cuts from seed " + seed);
        random.setSeed(seed);
        for (int cut = 1; cut <= Integer.getInteger("power.cuts"); cut++) {
            boolean server = random.nextBoolean();
            int millis = random.nextInt(LONGEST_MILLIS);
            String done =
                    switch (cut % 3) {
                        case 0 -> aKioskSends(server, millis);
                        case 1 -> aClassIsPaid(server, millis);
                        default -> savingsEarn(server, millis);
                    };
            System.out.printf(
                    "%d: %s killed after %d ms; %s%n",
                    cut, server ? "server" : "database", millis, done);
        }
    }

    private String aClassIsPaid(boolean server, int millis) throws Exception {
        CrowdedClass crowd = new CrowdedClass(STUDENTS);
        crowd.mark();
        JsonNode run = operator().post("/classes/" + crowd.id() + "/pay-runs", Map.of()).ok(201);
        String id = run.get("id").asText();

        Client operator = operator();
        cut(server, millis, () -> operator.post("/pay-runs/" + id + "/commit", null));

        long before = crowd.paid(id);
        paid("/pay-runs/" + id);
        assertEquals(STUDENTS, crowd.entries(id));
        assertEquals(STUDENTS, crowd.markEntries(id));
        assertEquals(0, crowd.unlikeTheirLine(id));
        prove("lakeside");
        return "pay run, " + before + " of " + STUDENTS + " were paid";
    }

    private String savingsEarn(boolean server, int millis) throws Exception {
        CrowdedClass crowd = new CrowdedClass(STUDENTS);
        crowd.save();
        JsonNode run = operator().post("/classes/" + crowd.id() + "/interest-runs", null).ok(201);
        assertEquals(STUDENTS, run.get("student_count").asInt());
        String id = run.get("id").asText();

        Client operator = operator();
        cut(server, millis, () -> operator.post("/bank-runs/" + id + "/commit", null));

        long before = crowd.earned(id);
        paid("/bank-runs/" + id);
        assertEquals(STUDENTS, crowd.earned(id));
        assertEquals(0, crowd.unlikeTheirInterest(id));
        prove("lakeside");
        return "interest run, " + before + " of " + STUDENTS + " were paid";
    }

    private String aKioskSends(boolean server, int millis) throws Exception {
        OwnClass own = OwnClass.open();
        String pupil = own.seat("Amina");
        KioskDevice device = KioskDevice.of(own);
        device.handInKey().ok(200);
        Instant begin =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(TAPS, ChronoUnit.MINUTES);
        List<Map<String, Object>> taps = new ArrayList<>();
        for (int i = 0; i < TAPS; i++) {
            Instant at = begin.plus(i, ChronoUnit.MINUTES);
            taps.add(
                    device.byName(
                            pupil, i % 2 == 0 ? "in" : "out", i % 2 == 0 ? null : "break", at));
        }
        List<Integer> acknowledged = new ArrayList<>();

        cut(
                server,
                millis,
                () -> {
                    for (int from = 0; from < TAPS; from += AT_ONCE) {
                        device.send(taps.subList(from, from + AT_ONCE)).ok(200);
                        acknowledged.add(from);
                    }
                    return null;
                });

        for (int from : acknowledged) {
            assertEquals(
                    List.of("duplicate", "duplicate", "duplicate"),
                    outcomes(device.send(taps.subList(from, from + AT_ONCE))));
        }
        for (int from = 0; from < TAPS; from += AT_ONCE) {
            assertFalse(
                    outcomes(device.send(taps.subList(from, from + AT_ONCE))).contains("refused"));
        }
        JsonNode there = teacher().get(own.path() + "/taps?limit=100").ok(200);
        assertEquals(TAPS, there.size());
        JsonNode pay = teacher().post(own.path() + "/pay-runs", Map.of()).ok(201);
        assertEquals(TAPS / 2 * 60, pay.at("/lines/0/seconds").asInt());
        prove("riverbend");
        return "kiosk, "
                + acknowledged.size() * AT_ONCE
                + " of "
                + TAPS
                + " taps were acknowledged";
    }

    // Begins the work, cuts, and waits until the product answers again.
    private void cut(boolean server, int millis, Callable<Answer> work) throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        Future<Answer> begun = worker.submit(work);
        TimeUnit.MILLISECONDS.sleep(millis);
        if (server) {
            TestServer.get().kill();
        } else {
            TestServer.get().killDatabase();
        }
        try {
            begun.get();
        } catch (ExecutionException e) {
            // Whoever sent it saw no answer.
        }
        worker.shutdown();
        if (server) {
            TestServer.get().startAgain();
        }
        await(() -> isThere("riverbend", "principal") && isThere("lakeside", "operator"));
    }

    private static boolean isThere(String school, String who) {
        try {
            return Client.signIn(school, who, OwnClass.PASSWORD).get("/me").status() == 200;
        } catch (UncheckedIOException | AssertionError e) {
            return false;
        }
    }

    // Goes on with a run that stopped, as an operator would.
    private static void paid(String run) throws Exception {
        Client operator = operator();
        await(
                PATIENCE,
                () -> {
                    JsonNode now = operator.get(run).ok(200);
                    String state = now.get("state").asText();
                    if (state.equals("failed") || state.equals("rehearsed")) {
                        operator.post(run + "/commit", null).ok(202);
                    }
                    TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
                    return state.equals("paid");
                });
    }

    private static void prove(String school) throws Exception {
        Client district = Client.signIn("", "operator", OwnClass.PASSWORD);
        JsonNode begun =
                district.post(
                                "/jobs/ledger-prove/executions",
                                Map.of("parameters", Map.of("school", school)))
                        .ok(201);
        String execution = "/jobs/executions/" + begun.get("job_execution_id").asText();
        await(() -> district.get(execution).ok(200).hasNonNull("ended_at"));
        assertEquals("completed", district.get(execution).ok(200).get("state").asText());
    }

    private static Client operator() {
        return Client.signIn("lakeside", "operator", OwnClass.PASSWORD);
    }

    private static Client teacher() {
        return Client.signIn("riverbend", OwnClass.TEACHER, OwnClass.PASSWORD);
    }

    private static List<String> outcomes(Answer sent) {
        List<String> outcomes = new ArrayList<>();
        sent.ok(200).get("taps").forEach(tap -> outcomes.add(tap.get("outcome").asText()));
        return outcomes;
    }
}
