package org.homeroom.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit names what was done to whom, as far as it has a name. */
@ExtendWith(InBrowser.class)
class AuditLogPageIT {

    @Test
    void aTapIsNamedByItsStudentAndDayAndAnEntryByWhatItSays(Visitors people) {
        OwnClass own = OwnClass.open();
        own.wasIn(own.seat("Amina"), 50, 20);
        JsonNode tap = own.teacher().get(own.path() + "/taps").ok(200).get(0);
        String id = tap.get("id").asText();
        Map<String, String> gone = Map.of("tap_id", id, "value", "removed", "reason", "A mistake");
        own.teacher().post(own.path() + "/corrections", gone).ok(201);
        Map<String, Object> gift =
                Map.of(
                        "student_ids",
                        List.of(tap.get("student_id").asText()),
                        "amount",
                        Map.of("amount", "1.00", "currency", "TOK"),
                        "reason",
                        "Helped to tidy");
        JsonNode given = own.teacher().post(own.path() + "/rewards", gift).ok(201);
        String entry = given.at("/entries/0/id").asText();
        own.teacher().post("/entries/" + entry + "/reverse", Map.of("reason", "A mistake")).ok(201);
        Visitor principal = people.signedIn("principal", "demo-Teacher-1");

        principal.open("/audit/log?subject=" + id);
        assertThat(principal.row("Amina P., 20")).isVisible();
        principal.open("/audit/log?subject=" + entry);
        assertThat(principal.row("Helped to tidy")).isVisible();
    }
}
