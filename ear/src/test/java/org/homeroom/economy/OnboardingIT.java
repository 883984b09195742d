package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.NewTeacher;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new teacher is led through the first day, may leave it and go on, or wants none of it. */
@ExtendWith(InBrowser.class)
class OnboardingIT {

    private final String username = "t" + UUID.randomUUID().toString().substring(0, 13);
    private final Client teacher = NewTeacher.named(username).client();

    @Test
    void stepByStep() {
        JsonNode begun = teacher.get("/onboarding").ok(200);
        assertEquals(1, begun.get("step").asInt());
        change(Map.of("step", 2), 422);
        for (int step = 1; step <= 5; step++) {
            assertFalse(teacher.get("/onboarding").ok(200).hasNonNull("completed_at"));
            change(Map.of("step", step), 200);
        }
        assertTrue(teacher.get("/onboarding").ok(200).hasNonNull("completed_at"));
        change(Map.of("state", "new"), 200);
        assertEquals("[]", teacher.get("/onboarding").ok(200).get("done").toString());
        change(Map.of("state", "skipped"), 200);
        assertTrue(teacher.get("/onboarding").ok(200).hasNonNull("skipped_at"));
        change(Map.of("state", "completed"), 200);
        change(Map.of("state", "tired"), 422);
        change(Map.of("step", 6), 422);
    }

    @Test
    void whoHasStudentsNeedsNone() {
        OwnClass.openBy(teacher).seat("Amina");

        assertTrue(teacher.get("/onboarding").ok(200).hasNonNull("completed_at"));
    }

    @Test
    void onPages(Visitors people) {
        Visitor visitor = people.signedIn(username, NewTeacher.PASSWORD);
        visitor.standsAt("/economy/start");
        assertEquals(List.of(), visitor.look("start-1"));
        visitor.button("Done, go on").click();
        visitor.reads("2. What your school uses");
        assertEquals(List.of(), visitor.look("start-2"));
        visitor.button("Done, go on").click();
        visitor.reads("3. Your periods");
        visitor.open("/economy/today");
        visitor.standsAt("/economy/start");
        visitor.reads("3. Your periods");
        assertEquals(List.of(), visitor.look("start-3"));
        visitor.button("Skip all of it").click();
        visitor.standsAt("/economy/today");
        visitor.open("/economy/start");
        visitor.button("Begin anew").click();
        visitor.reads("1. Welcome");
    }

    private void change(Map<String, Object> change, int status) {
        assertEquals(status, teacher.patch("/onboarding", change).status());
    }
}
