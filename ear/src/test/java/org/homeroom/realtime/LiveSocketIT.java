package org.homeroom.realtime;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.PageSession;
import org.homeroom.kernel.ServerAddress;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The socket lets in whom it should, and says what was stored. */
class LiveSocketIT {

    private static final String HOST = "riverbend.localhost";
    private static final int NOT_SIGNED_IN = 4001;
    private static final int NOT_ADMITTED = 4003;

    private static OwnClass own;
    private static String username;
    private static Client pupil;
    private static String room;

    @BeforeAll
    static void open() {
        own = OwnClass.open();
        username = own.seat("Amina");
        pupil = Client.signIn("riverbend", username, OwnClass.PIN);
        room = pupil.get("/conversations").ok(200).at("/0/id").asText();
    }

    @Test
    void theFirstFrameSaysWhoOneIs() throws Exception {
        try (LiveSocket live = by(ticket(pupil))) {
            JsonNode hello = live.next("hello");

            assertEquals(pupil.get("/me").ok(200).at("/person/id"), hello.get("user_id"));
            live.say(Map.of("type", "ping"));
            live.next("pong");
        }
    }

    @Test
    void aTicketOpensOneSocket() throws Exception {
        String ticket = ticket(pupil);
        try (LiveSocket live = by(ticket)) {
            live.next("hello");

            assertEquals(NOT_SIGNED_IN, by(ticket).closing());
        }
    }

    @Test
    void strangersAndTicketsOfOtherSchoolsStayOutside() throws Exception {
        assertEquals(NOT_SIGNED_IN, LiveSocket.open(HOST, "", Map.of()).closing());
        assertEquals(NOT_SIGNED_IN, by("made-up").closing());
        String ticket = ticket(pupil);
        assertEquals(
                NOT_SIGNED_IN,
                LiveSocket.open("lakeside.localhost", "?ticket=" + ticket, Map.of()).closing());
    }

    @Test
    void aPageOfAnotherHostStaysOutside() throws Exception {
        String query = "?ticket=" + ticket(pupil);
        Map<String, String> origin = Map.of("Origin", "http://evil.example.org");

        assertEquals(NOT_ADMITTED, LiveSocket.open(HOST, query, origin).closing());
    }

    @Test
    void whatOneSaysTheOthersHearAndReadLater() throws Exception {
        try (LiveSocket teacher = by(ticket(own.teacher()));
                LiveSocket listener = by(ticket(pupil))) {
            teacher.next("hello");
            listener.next("hello");
            Map<String, String> words =
                    Map.of("conversation_id", room, "text", "Page 48", "client_id", "one");

            teacher.say(Map.of("type", "send", "data", words));

            JsonNode heard = listener.next("message");
            assertEquals("Page 48", heard.get("text").asText());
            assertEquals("one", teacher.next("message").get("client_id").asText());
            assertEquals(own.teacher().get("/me").ok(200).at("/person/id"), heard.at("/sender/id"));
            long before = heard.get("seq").asLong() - 1;
            assertEquals(heard.get("text"), messages(pupil, room, before).get(0).get("text"));
        }
    }

    @Test
    void whatWasSaidWhileOneWasAwayIsFetchedByNumber() throws Exception {
        long seen =
                own.teacher().post(path(room), Map.of("text", "Seen")).ok(201).get("seq").asLong();
        own.teacher().post(path(room), Map.of("text", "Missed")).ok(201);

        try (LiveSocket back = by(ticket(pupil))) {
            back.next("hello");
            assertEquals("Missed", messages(pupil, room, seen).get(0).get("text").asText());
            own.teacher().post(path(room), Map.of("text", "Heard")).ok(201);

            JsonNode heard = back.next("message");
            assertEquals("Heard", heard.get("text").asText());
            assertEquals(seen + 2, heard.get("seq").asLong());
        }
    }

    @Test
    void whoIsPaidIsToldAndNobodyElse() throws Exception {
        OwnClass paying = OwnClass.open();
        String paid = paying.seat("Amina");
        paying.wasIn(paid, 50, 20);
        Client payee = Client.signIn("riverbend", paid, OwnClass.PIN);
        String run =
                paying.teacher()
                        .post(paying.path() + "/pay-runs", Map.of())
                        .ok(201)
                        .get("id")
                        .asText();
        try (LiveSocket live = by(ticket(payee));
                LiveSocket other = by(ticket(pupil))) {
            live.next("hello");
            other.next("hello");

            paying.teacher().post("/pay-runs/" + run + "/commit", null).ok(202);

            JsonNode told = live.next("paid");
            assertEquals("7.50", told.at("/amount/amount").asText());
            assertEquals("TOK", told.at("/amount/currency").asText());
            String account = payee.get("/me").ok(200).at("/person/id").asText();
            JsonNode line = payee.get("/pay-runs/" + run + "/lines/" + account).ok(200).get("line");
            assertEquals(line.get("entry_id"), told.get("entry_id"));
            // What comes next to the other is the answer, not the pay.
            other.say(Map.of("type", "ping"));
            assertEquals("pong", other.next().get("type").asText());
        }
    }

    /** Whoever was told of money is told when it is taken back, by whichever way. */
    @Test
    void whatIsTakenBackIsToldAsWell() throws Exception {
        OwnClass paying = OwnClass.open();
        String username = paying.seat("Amina");
        paying.wasIn(username, 50, 20);
        Client payee = Client.signIn("riverbend", username, OwnClass.PIN);
        Client teacher = paying.teacher();
        String account = payee.get("/me").ok(200).at("/person/id").asText();
        Map<String, String> two = Map.of("amount", "2.00", "currency", "TOK");
        Map<String, String> why = Map.of("reason", "Wrong day");
        try (LiveSocket live = by(ticket(payee))) {
            live.next("hello");
            Map<String, Object> reward =
                    Map.of("student_ids", List.of(account), "amount", two, "reason", "Tidy desk");
            JsonNode given = teacher.post(paying.path() + "/rewards", reward).ok(201);
            assertEquals("2.00", live.next("notice").at("/amount/amount").asText());
            String entry = given.at("/entries/0/id").asText();

            teacher.post("/entries/" + entry + "/reverse", why).ok(201);
            assertEquals("-2.00", live.next("notice").at("/amount/amount").asText());

            Map<String, Object> bonus = Map.of("title", "Term", "amount", two);
            String bank =
                    "/bank-runs/"
                            + teacher.post(paying.path() + "/bonus-runs", bonus)
                                    .ok(201)
                                    .get("id")
                                    .asText();
            teacher.post(bank + "/commit", null).ok(202);
            assertEquals("2.00", live.next("notice").at("/amount/amount").asText());
            teacher.post(bank + "/reverse", why).ok(200);
            assertEquals("-2.00", live.next("notice").at("/amount/amount").asText());

            String run =
                    "/pay-runs/"
                            + teacher.post(paying.path() + "/pay-runs", Map.of())
                                    .ok(201)
                                    .get("id")
                                    .asText();
            teacher.post(run + "/commit", null).ok(202);
            live.next("paid");
            await(() -> teacher.get(run).ok(200).get("state").asText().equals("paid"));
            teacher.post(run + "/reverse", why).ok(200);
            JsonNode back = live.next("notice");
            assertEquals("-7.50", back.at("/amount/amount").asText());
            assertEquals("MONEY", back.get("code").asText());
            assertEquals(paying.id(), back.get("class_id").asText());
        }
    }

    @Test
    void theServerDecidesWhoIsInARoom() throws Exception {
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        String theirs = okello.get("/conversations").ok(200).at("/0/id").asText();
        try (LiveSocket live = by(ticket(pupil))) {
            live.next("hello");

            for (String id : new String[] {theirs, UUID.randomUUID().toString()}) {
                Map<String, String> words = Map.of("conversation_id", id, "text", "Let me in");
                live.say(Map.of("type", "send", "data", words));
                assertEquals("NOT_FOUND", live.next("error").get("code").asText());
                Map<String, Object> topics = Map.of("topics", new String[] {"conversation:" + id});
                live.say(Map.of("type", "subscribe", "data", topics));
                assertEquals("NOT_FOUND", live.next("error").get("code").asText());
            }
        }
    }

    @Test
    void nonsenseIsAnsweredAndTheLineStays() throws Exception {
        try (LiveSocket live = by(ticket(pupil))) {
            live.next("hello");
            for (String frame : new String[] {"{", "[]", "{\"type\":\"dance\"}", "{\"type\":7}"}) {
                live.say(frame);
                assertEquals("BAD_MESSAGE", live.next("error").get("code").asText());
            }
            live.say(Map.of("type", "ping"));
            live.next("pong");
        }
    }

    @Test
    void signingOutClosesTheSocketOfTheSession() throws Exception {
        PageSession session = PageSession.signIn(HOST, username, OwnClass.PIN);
        Map<String, String> headers =
                Map.of(
                        "Cookie",
                        session.cookie(),
                        "Origin",
                        "http://" + HOST + ":" + ServerAddress.port());
        LiveSocket live = LiveSocket.open(HOST, "", headers);
        live.next("hello");
        session.strayRequest()
                .send("POST", "/auth/logout", null, null)
                .refused(403, "AUTHORIZATION_ERROR");

        session.script().send("POST", "/auth/logout", null, null).ok(204);

        // The server ends a session's lines by itself as well; whichever end comes first, the next
        // knock is told why.
        live.closing();
        assertEquals(NOT_SIGNED_IN, LiveSocket.open(HOST, "", headers).closing());
        session.strayRequest().get("/me").refused(401, "AUTHENTICATION_ERROR");
    }

    @Test
    void signingOutClosesTheSocketsOfItsTickets() throws Exception {
        Client program = Client.signIn("riverbend", username, OwnClass.PIN);
        String unused = ticket(program);
        LiveSocket live = by(ticket(program));
        live.next("hello");

        program.send("POST", "/auth/logout", null, null).ok(204);

        live.closing();
        assertEquals(NOT_SIGNED_IN, by(unused).closing());
    }

    private static LiveSocket by(String ticket) {
        return LiveSocket.open(HOST, "?ticket=" + ticket, Map.of());
    }

    private static String ticket(Client person) {
        return person.post("/ws-tickets", Map.of("channel", "live")).ok(201).get("ticket").asText();
    }

    private static String path(String conversation) {
        return "/conversations/" + conversation + "/messages";
    }

    private static JsonNode messages(Client person, String conversation, long after) {
        return person.get(path(conversation) + "?after=" + after).ok(200);
    }
}
