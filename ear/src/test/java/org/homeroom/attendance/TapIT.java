package org.homeroom.attendance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.LiveLine;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Students tap on their start page; their teacher sees it as it happens. */
@ExtendWith(InBrowser.class)
class TapIT {

    private static final int CREATED = 201;

    @Test
    void aStudentTapsInAndOutAndTheTeacherSeesIt(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        room.wasIn(noor, 90, 30);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/economy/today?class=" + room.id());
        teacher.live();
        Visitor student = people.signedIn(noor, OwnClass.PIN);
        student.reads("You’re not in");
        student.reads("1 h worked today");
        student.reads("1 h not paid yet, 15.00 so far");

        tap(student, "Tap in", "Tap in", OwnClass.PIN);

        student.reads("You’re in since");
        assertThat(teacher.part("Who is in")).containsText(Pattern.compile("Noor P\\.\\s*0 min"));
        teacher.reads("Everyone is in");

        tap(student, "Tap out", "Take a break", OwnClass.PIN);

        student.reads("You’re not in");
        assertThat(teacher.part("Who is in")).containsText(Pattern.compile("Noor P\\.\\s*Break"));
    }

    /** The classroom's screen hides the names when whoever opened it is signed out. */
    @Test
    void aScreenWhoseLineBrokeIsTrueAgain(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.signedIn(room.seat("Noor"), OwnClass.PIN);
        Visitor teacher = people.at("riverbend");
        LiveLine line = new LiveLine(teacher);
        teacher.signIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/attendance/projector?class=" + room.id());
        teacher.live();
        line.cut();
        tap(student, "Tap in", "Tap in", OwnClass.PIN);
        student.reads("You’re in since");

        line.mend();

        assertThat(teacher.page().getByRole(AriaRole.LISTITEM))
                .hasText(Pattern.compile("Noor P\\.\\s*In since \\d\\d:\\d\\d"));
        teacher.reads("1 of 1 in");
        line.cut();
        teacher.page().context().clearCookies();
        line.mend();
        teacher.reads("You were signed out. The names are hidden. Sign in again");
        assertThat(teacher.page().getByText("Noor P.")).not().isVisible();
    }

    @Test
    void aDashboardReadsAgainWhenToldToWithoutKeepingTheSessionAlive(Visitors people) {
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/economy/today");
        teacher.live();

        Request read =
                teacher.page()
                        .waitForRequest(
                                request -> request.resourceType().equals("fetch"),
                                () ->
                                        teacher.page()
                                                .evaluate(
                                                        "document.dispatchEvent(new CustomEvent("
                                                                + "'homeroom:notice', { detail:"
                                                                + " { code: 'RELOAD' } }))"));

        assertEquals("true", read.headerValue("X-Background"));
    }

    @Test
    void whoIsDoneForTodayIsNotAskedAgain(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.signedIn(room.seat("Noor"), OwnClass.PIN);
        tap(student, "Tap in", "Tap in", OwnClass.PIN);
        student.reads("You’re in since");

        tap(student, "Tap out", "Done for today", OwnClass.PIN);

        student.reads("You are done for today. See you tomorrow.");
        assertThat(student.button("Tap in")).not().isVisible();
    }

    @Test
    void aWrongPinTapsNobodyIn(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.signedIn(room.seat("Noor"), OwnClass.PIN);

        tap(student, "Tap in", "Tap in", "1470");

        assertThat(student.page().getByRole(AriaRole.DIALOG))
                .containsText("That PIN did not match. 4 tries left.");
        assertEquals(List.of(), taps(room));
    }

    @Test
    void aTapThatIsSentAgainIsTheSameTap(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.signedIn(room.seat("Noor"), OwnClass.PIN);
        List<String> keys = new ArrayList<>();
        student.page().onRequest(sent -> addTo(keys, sent));
        student.page().route("**/taps", Route::abort, new Page.RouteOptions().setTimes(1));

        tap(student, "Tap in", "Tap in", OwnClass.PIN);
        assertThat(student.page().getByRole(AriaRole.ALERT))
                .containsText("The server did not answer. Try again; you are not tapped twice.");
        student.field("Your PIN").press("Enter");

        student.reads("You’re in since");
        assertEquals(2, keys.size());
        assertEquals(keys.get(0), keys.get(1));
    }

    @Test
    void aDialogThatWasClosedAsksForWhatTheButtonSays(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.signedIn(room.seat("Noor"), OwnClass.PIN);
        student.button("Tap in").click();
        student.field("Your PIN").press("Escape");
        assertThat(student.page().getByRole(AriaRole.DIALOG)).not().isVisible();

        tap(student, "Tap in", "Tap in", OwnClass.PIN);

        student.reads("You’re in since");
        student.button("Tap out").click();
        assertThat(student.button("Take a break")).isVisible();
        assertThat(student.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.HEADING))
                .hasText("Tap out", new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        student.field("Your PIN").fill(OwnClass.PIN);
        student.field("Your PIN").press("Enter");
        student.reads("You’re not in");
    }

    @Test
    void aTapForAClassOneDoesNotAttendIsRefused(Visitors people) {
        OwnClass own = OwnClass.open();
        OwnClass foreign = OwnClass.open();
        Visitor student = people.signedIn(own.seat("Noor"), OwnClass.PIN);
        // The page offers no such thing; somebody who edits it gets no further.
        student.page()
                .evaluate(
                        "id => { document.getElementById('tap').dataset.address = `/api/v1/classes/${id}/taps`; }",
                        foreign.id());

        tap(student, "Tap in", "Tap in", OwnClass.PIN);

        assertThat(student.page().getByRole(AriaRole.DIALOG)).containsText("There is nothing here");
        assertEquals(List.of(), taps(own));
        assertEquals(List.of(), taps(foreign));
    }

    @Test
    void whoIsInTwoClassesTapsInTheOneOnThePage(Visitors people) throws Exception {
        OwnClass first = OwnClass.open();
        OwnClass second = OwnClass.open();
        String lastName = OwnClass.letters();
        String noor = first.seat("Noor", lastName);
        second.join("Noor", lastName);
        Visitor student = people.signedIn(noor, OwnClass.PIN);
        for (OwnClass room : List.of(first, second)) {
            student.open("/economy/home?class=" + room.id());
            student.reads("You’re not in");

            tap(student, "Tap in", "Tap in", OwnClass.PIN);

            student.reads("You’re in since");
            assertEquals(List.of("in"), taps(room));
        }
        // One cannot sit in two rooms.
        assertEquals(List.of("in", "out"), taps(first));
        // Nor when the teacher says so afterwards.
        JsonNode seat = first.teacher().get(first.path() + "/attendance").ok(200).get(0);
        String pupil = seat.get("student_id").asText();
        // The second of the switch is taken.
        await(() -> broughtBack(first, pupil).status() == CREATED);
        assertEquals(List.of("in", "out"), taps(second));
    }

    @Test
    void theTeacherTapsSomeOutThenEveryone(Visitors people) {
        OwnClass room = OwnClass.open();
        Visitor student = people.signedIn(room.seat("Noor"), OwnClass.PIN).live();
        tap(student, "Tap in", "Tap in", OwnClass.PIN);
        student.reads("You’re in since");
        Client ada = Client.signIn("riverbend", room.seat("Ada"), OwnClass.PIN);
        ada.post(room.path() + "/taps", Map.of("action", "in", "pin", OwnClass.PIN)).ok(200);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/attendance/board?class=" + room.id());
        teacher.button("Tap out").click();
        teacher.reads("Choose at least one student.");
        teacher.field("Ada P.").check();
        teacher.field("Reason").fill("Assembly");
        teacher.button("Tap out").click();
        teacher.reads("Tapped out: 1. Out already: 0.");
        assertThat(teacher.row("Ada P.")).containsText("Assembly");

        teacher.page()
                .locator("summary", new Page.LocatorOptions().setHasText("Tap everyone out"))
                .click();
        teacher.button("Tap everyone out").click();

        assertThat(teacher.row("Noor P.")).containsText("Teacher tap-out");
        student.reads("You are done for today. See you tomorrow.");
        teacher.open("/roster/roster?class=" + room.id());
        teacher.row("Noor P.").getByText("Turn off").click();
        teacher.reads("Tapping is off for Noor P.");
        student.reads("Tapping is closed for");
    }

    private static Answer broughtBack(OwnClass room, String student) {
        Map<String, Object> back =
                Map.of(
                        "student_id",
                        student,
                        "action",
                        "in",
                        "value",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "reason",
                        "Came back");
        return room.teacher().post(room.path() + "/corrections", back);
    }

    private static void addTo(List<String> keys, Request sent) {
        if (sent.url().endsWith("/taps")) {
            keys.add(sent.headerValue("Idempotency-Key"));
        }
    }

    private static List<String> taps(OwnClass room) {
        JsonNode taps = room.teacher().get(room.path() + "/taps").ok(200);
        return taps.findValuesAsText("action");
    }

    private static void tap(Visitor student, String open, String action, String pin) {
        student.page().getByRole(AriaRole.MAIN).getByText(open).first().click();
        student.field("Your PIN").fill(pin);
        student.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON)
                .getByText(action)
                .click();
    }
}
