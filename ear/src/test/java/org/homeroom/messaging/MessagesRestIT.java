package org.homeroom.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The class's room over REST. */
class MessagesRestIT {

    private static OwnClass own;
    private static Client pupil;
    private static String room;

    @BeforeAll
    static void open() {
        own = OwnClass.open();
        pupil = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
        room =
                "/conversations/"
                        + pupil.get("/conversations").ok(200).at("/0/id").asText()
                        + "/messages";
    }

    @Test
    void aMessageIsReadByTheOthersInOrder() {
        JsonNode first = pupil.post(room, Map.of("text", "Is it 7b?")).ok(201);
        JsonNode second = own.teacher().post(room, Map.of("text", "Yes.")).ok(201);

        long before = first.get("seq").asLong() - 1;
        Answer read = pupil.get(room + "?limit=1&after=" + before);

        assertEquals(first, read.ok(200).get(0));
        assertEquals(first.get("seq").asText(), read.body().at("/meta/next").asText());
        assertEquals(
                second, pupil.get(room + "?after=" + first.get("seq").asText()).ok(200).get(0));
    }

    @Test
    void aRepeatedMessageIsSaidOnce() {
        Client careful = pupil.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> hello = Map.of("text", "Hello");

        Answer first = careful.post(room, hello);
        Answer second = careful.post(room, hello);

        assertEquals(first.ok(201), second.ok(201));
        assertEquals("true", second.header("Idempotent-Replay"));
        careful.post(room, Map.of("text", "Other")).refused(409, "CONFLICT");
        pupil.with("Idempotency-Key", "with space")
                .post(room, hello)
                .refused(400, "VALIDATION_ERROR");
    }

    @Test
    void whoIsNotInTheRoomFindsNone() {
        Client okello = Client.signIn("riverbend", "okello", "demo-Teacher-1");
        String nowhere = "/conversations/" + UUID.randomUUID() + "/messages";

        okello.get(room).refused(404, "NOT_FOUND");
        assertEquals(okello.get(nowhere).plain(), okello.get(room).plain());
        Map<String, String> hello = Map.of("text", "Hello");
        assertEquals(okello.post(nowhere, hello).plain(), okello.post(room, hello).plain());
    }

    @Test
    void aNumberThatNoMessageHasIsNoCursor() {
        Answer answer = pupil.get(room + "?after=-1");

        answer.refused(422, "VALIDATION_ERROR");
        assertEquals("after", answer.field());
    }

    @Test
    void theSenderIsWhoeverSignedIn() {
        pupil.post(room, Map.of("text", "Hi", "sender", "teacher"))
                .refused(400, "VALIDATION_ERROR");
        pupil.post(room, Map.of("text", " ")).refused(422, "VALIDATION_ERROR");
    }
}
