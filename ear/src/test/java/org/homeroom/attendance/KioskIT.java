package org.homeroom.attendance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.homeroom.attendance.KioskDevice.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.homeroom.kernel.Cable;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taps on a device of a class count once and the same, whatever happens to them on the way. */
@ExtendWith(InBrowser.class)
class KioskIT {

    private static final int PAIRS = 4;
    private static final int DAYS = 11;
    private static final Duration OFF = Duration.ofHours(2);

    private final OwnClass own = OwnClass.open();

    @Test
    void aTapIsAddedOnceAndTellsWhereTheStudentStands() {
        KioskDevice device = KioskDevice.of(own);
        String amina = own.seat("Amina");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Map<String, Object>> in = List.of(device.byName(amina, "in", null, now));
        device.send(in).refused(409, "CONFLICT");
        device.register();

        JsonNode told = device.send(in).ok(200).at("/taps/0");
        assertEquals("accepted", told.get("outcome").asText());
        assertEquals("Amina P.", told.get("name").asText());
        assertTrue(told.get("active").asBoolean());
        assertEquals(now.toString(), told.get("since").asText());
        assertEquals(List.of("duplicate"), outcomes(device.send(in).ok(200)));
        String done = "done";
        device.send(List.of(device.byName(amina, "out", done, Instant.now().plusSeconds(1))));
        Instant later = Instant.now().plusSeconds(2);
        JsonNode refused = device.send(List.of(device.byName(amina, "in", null, later))).ok(200);
        assertEquals("NOT_NOW", refused.at("/taps/0/code").asText());
        assertTrue(refused.at("/taps/0/message").asText().contains("done for today"));

        JsonNode taps = own.teacher().get(own.path() + "/taps").ok(200);
        assertEquals(2, taps.size());
        assertEquals("kiosk", taps.at("/0/source").asText());
    }

    /** Also at once, when a tap that is the newest is answered without looking where it leads. */
    @Test
    void aSecondStartGoesOnWithTheOpenSession() {
        OwnClass room = OwnClass.open();
        KioskDevice device = KioskDevice.of(room).register();
        room.seat("Amina");
        String badge =
                room.teacher()
                        .post(room.path() + "/badges", Map.of())
                        .ok(201)
                        .at("/badges/0/badge")
                        .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(9);
        device.send(List.of(device.byBadge(badge, "in", start))).ok(200);

        JsonNode again =
                device.send(List.of(device.byBadge(badge, "in", start.plusSeconds(5)))).ok(200);
        JsonNode ended =
                device.send(List.of(device.byBadge(badge, "out", start.plusSeconds(7)))).ok(200);

        assertTrue(again.at("/taps/0/active").asBoolean());
        assertEquals(start, Instant.parse(again.at("/taps/0/since").asText()));
        assertFalse(ended.at("/taps/0/active").asBoolean());
        assertEquals(start.plusSeconds(7), Instant.parse(ended.at("/taps/0/since").asText()));
    }

    @Test
    void whatIsWrongIsRefusedOneByOne(Visitors people) {
        KioskDevice device = KioskDevice.of(own).register();
        String amina = own.seat("Amina");
        String badge =
                own.teacher()
                        .post(own.path() + "/badges", Map.of())
                        .ok(201)
                        .at("/badges/0/badge")
                        .asText();
        String elsewhere = OwnClass.openBy(own.teacher()).seat("Baraka");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant before = now.minusSeconds(600);
        Map<String, Object> forged = device.byName(amina, "in", null, before);
        forged.put("at", now.minusSeconds(6000).toString());
        Map<String, Object> wrongPin = device.byName(amina, "in", null, before);
        wrongPin.put("pin", "0000");
        Map<String, Object> noAction = device.byBadge(badge, "up", before);
        List<Map<String, Object>> taps =
                List.of(
                        forged,
                        wrongPin,
                        noAction,
                        device.byName("nobody", "in", null, before),
                        device.byName(elsewhere, "in", null, before),
                        device.byBadge("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF", "in", before),
                        device.byName(amina, "in", null, now.plusSeconds(3600)),
                        device.byName(amina, "in", null, now.minus(15, ChronoUnit.DAYS)),
                        device.byBadge(badge, "in", before));

        assertEquals(
                List.of(
                        "refused SIGNATURE",
                        "refused NOT_RECOGNISED",
                        "refused INVALID",
                        "refused NOT_RECOGNISED",
                        "refused NOT_RECOGNISED",
                        "refused NOT_RECOGNISED",
                        "refused FUTURE",
                        "refused TOO_OLD",
                        "accepted"),
                outcomes(device.send(taps).ok(200)));
        assertEquals(1, own.teacher().get(own.path() + "/taps").ok(200).size());
        JsonNode vain = own.teacher().get(own.path() + "/kiosk-refusals").ok(200);
        assertEquals(6, vain.size());
        assertEquals("TOO_OLD", vain.get(0).get("code").asText());
        assertTrue(vain.get(4).get("student_id").isNull());
        // Whose PIN was wrong.
        assertTrue(vain.get(5).hasNonNull("student_id"));
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/attendance/taps?class=" + own.id());
        teacher.reads("Taps that devices sent in vain");
        assertEquals(List.of(), teacher.look("taps-refused"));
        Map<String, Object> twice = new HashMap<>(device.byBadge(badge, "out", now));
        device.send(List.of(twice)).ok(200);
        KioskDevice other = KioskDevice.of(own).register();
        Map<String, Object> batch = Map.of("device_id", device.id(), "taps", List.of(twice));
        other.client().post("/kiosk/batches", batch).refused(404, "NOT_FOUND");
        own.teacher().post("/kiosk/batches", batch).refused(403, "AUTHORIZATION_ERROR");
        device.send(List.of()).refused(422, "VALIDATION_ERROR");
    }

    /**
     * Each pair has the same days of taps. One's taps arrive as they happened; the other's in any
     * order, in pieces, some of them twice, and from a clock that is two hours off.
     */
    @Test
    void cutsRepeatsOrderAndClockChangeNoPay() {
        long seed = System.nanoTime();
        System.out.println("kiosk histories from seed " + seed);
        Random random = new Random(seed);
        KioskDevice right = KioskDevice.of(own).register();
        KioskDevice wrong = KioskDevice.of(own).register();
        own.teacher().put(own.path() + "/pay-settings", limit(90)).ok(200);
        for (int i = 0; i < 2 * PAIRS; i++) {
            own.seat("Pupil" + OwnClass.letters());
        }
        JsonNode badges =
                own.teacher().post(own.path() + "/badges", Map.of()).ok(201).get("badges");
        List<Map<String, Object>> straight = new ArrayList<>();
        List<Map<String, Object>> crooked = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            String one = badges.at("/" + 2 * pair + "/badge").asText();
            String other = badges.at("/" + (2 * pair + 1) + "/badge").asText();
            for (Instant at : moments(random)) {
                String action = random.nextInt(5) < 3 ? "in" : "out";
                straight.add(right.byBadge(one, action, at));
                crooked.add(wrong.byBadge(other, action, at.minus(OFF)));
            }
        }
        straight.sort((a, b) -> a.get("at").toString().compareTo(b.get("at").toString()));
        for (Map<String, Object> tap : straight) {
            assertEquals(List.of("accepted"), outcomes(right.send(List.of(tap)).ok(200)));
        }
        Collections.shuffle(crooked, random);
        int sent = 0;
        while (sent < crooked.size()) {
            int from = Math.max(0, sent - random.nextInt(4));
            int to = Math.min(crooked.size(), sent + 1 + random.nextInt(9));
            Instant clock = Instant.now().minus(OFF);
            for (String outcome : outcomes(wrong.send(crooked.subList(from, to), clock).ok(200))) {
                assertFalse(outcome.startsWith("refused"), outcome);
            }
            sent = to;
        }

        JsonNode run = own.teacher().post(own.path() + "/pay-runs", Map.of()).ok(201);
        Map<String, Long> seconds = new HashMap<>();
        run.get("lines")
                .forEach(
                        line ->
                                seconds.put(
                                        line.get("student_id").asText(),
                                        line.get("seconds").asLong()));
        for (int pair = 0; pair < PAIRS; pair++) {
            long one = seconds.get(badges.at("/" + 2 * pair + "/student_id").asText());
            long other = seconds.get(badges.at("/" + (2 * pair + 1) + "/student_id").asText());
            // The clocks were read a moment apart.
            assertEquals(one, other, 60.0, "pair " + pair);
            assertTrue(one > 0);
            long begins = begin(badges.at("/" + 2 * pair + "/student_id").asText());
            long otherBegins = begin(badges.at("/" + (2 * pair + 1) + "/student_id").asText());
            assertEquals(begins, otherBegins, 2.0, "the wrong clock is set right");
        }
    }

    // When the student's first tap was, in seconds.
    private long begin(String student) {
        JsonNode taps = own.teacher().get(own.path() + "/taps?student_id=" + student).ok(200);
        return Instant.parse(taps.at("/0/at").asText()).getEpochSecond();
    }

    /** Two devices tell of one student, the later start first. */
    @Test
    void whoStartsElsewhereHasLeft() {
        String family = "Pupil" + OwnClass.letters();
        String amina = own.seat("Amina", family);
        OwnClass second = OwnClass.openBy(own.teacher());
        second.join("Amina", family);
        KioskDevice here = KioskDevice.of(own).register();
        KioskDevice there = KioskDevice.of(second).register();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant earlier = now.minusSeconds(3600);
        Instant later = now.minusSeconds(1800);

        assertEquals(
                List.of("accepted"),
                outcomes(there.send(List.of(there.byName(amina, "in", null, later))).ok(200)));
        JsonNode told = here.send(List.of(here.byName(amina, "in", null, earlier))).ok(200);

        assertFalse(told.at("/taps/0/active").asBoolean());
        JsonNode taps = own.teacher().get(own.path() + "/taps").ok(200);
        assertEquals("switch", taps.at("/1/source").asText());
        assertEquals(later.toString(), taps.at("/1/at").asText());
    }

    private static List<Instant> moments(Random random) {
        TreeSet<Instant> moments = new TreeSet<>();
        Instant today = Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(7200);
        for (int day = 1; day <= DAYS; day++) {
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                int minute = random.nextInt(200);
                moments.add(today.minus(day, ChronoUnit.DAYS).plusSeconds(minute * 60L));
            }
        }
        return List.copyOf(moments);
    }

    private static Map<String, Object> limit(int minutes) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("rate_per_minute", Map.of("amount", "0.25", "currency", "TOK"));
        settings.put("daily_limit_minutes", minutes);
        settings.put("frequency_days", 14);
        return settings;
    }

    @Test
    void aDeviceWithoutNetworkKeepsTapsAndSendsThem(Visitors people) throws IOException {
        String amina = own.seat("Amina");
        try (Cable cable = new Cable()) {
            Visitor tablet =
                    people.at("riverbend", cable).signIn(OwnClass.TEACHER, OwnClass.PASSWORD);
            tablet.open("/roster/devices?class=" + own.id());
            tablet.field("Name").fill("Tablet at the door");
            tablet.button("Make it a device of the class").click();
            tablet.standsAt("/roster/kiosk");
            tablet.link("Tap in and out here").click();
            tablet.standsAt("/attendance/kiosk");
            tablet.reads("Nothing waits to be sent.");
            tablet.live();
            tablet.page()
                    .waitForFunction(
                            "async () => (await caches.keys()).length > 0 && navigator.serviceWorker.controller");
            assertEquals(List.of(), tablet.look("kiosk-who"));

            tap(tablet, amina, "Tap in", true);
            tablet.reads("Amina P. You are in since");
            assertEquals(List.of(), tablet.look("kiosk-told"));
            cable.cut();
            tablet.page().context().setOffline(true);
            tablet.button("Next person").click();
            tap(tablet, amina, "Take a break", false);
            tablet.reads("Kept on this device.");
            tablet.reads("1 tap waits to be sent, provisional.");
            // Switched off and on again without network.
            tablet.page().reload();
            tablet.reads("Offline: taps are kept here");
            tablet.reads("1 tap waits to be sent, provisional.");
            assertEquals(1, own.teacher().get(own.path() + "/taps").ok(200).size());

            cable.mend();
            tablet.page().context().setOffline(false);
            tablet.reads("Nothing waits to be sent.");
            JsonNode taps = own.teacher().get(own.path() + "/taps").ok(200);
            assertEquals(2, taps.size());
            assertEquals("Break", taps.at("/1/reason").asText());
        }
    }

    private static void tap(Visitor tablet, String username, String button, boolean looks) {
        tablet.field("Badge or username").fill(username);
        tablet.button("Next").click();
        tablet.field("PIN").fill(OwnClass.PIN);
        if (looks) {
            assertEquals(List.of(), tablet.look("kiosk-pin"));
        }
        tablet.page().keyboard().press("Enter");
        if (looks) {
            assertThat(tablet.button(button)).isVisible();
            assertEquals(List.of(), tablet.look("kiosk-act"));
        }
        tablet.button(button).click();
    }
}
