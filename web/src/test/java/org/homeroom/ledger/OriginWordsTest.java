package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.junit.jupiter.api.Test;

class OriginWordsTest {

    private final UUID classId = UUID.randomUUID();
    private final UUID amina = UUID.randomUUID();
    private final UUID run = UUID.randomUUID();
    private final UUID act = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final OriginWords words = new OriginWords();

    OriginWordsTest() {
        words.texts = new StatementTexts();
        words.show = new Show(new SchoolClock(Clock.systemUTC()));
    }

    @Test
    void saysWhoGaveItAndWhy() {
        EntryOrigin reward = origin("person", "Ms. Okello", false, null, "pay_expense", null, null);
        assertEquals(
                List.of("reward, by Ms. Okello: Helped tidy up", "Other side: Pay"),
                words.story(reward, "reward", "Helped tidy up"));
        EntryOrigin due = origin("bank_line", null, true, run, "adjustment", null, null);
        assertEquals(
                "interest, booked by itself when it was due: Interest",
                words.story(due, "interest", "Interest").get(0));
        EntryOrigin sent = origin("person", null, false, null, "checking", amina, "Amina O.");
        assertEquals(
                List.of("Other side: Amina O., Checking"),
                words.story(sent, "student_transfer", "From Ben A. to Amina O."));
    }

    /** Who runs the class may open what is behind it; a student only what is the own. */
    @Test
    void leadsOnWhoMaySeeIt() {
        EntryOrigin bonus = origin("bank_line", "Ms. Okello", false, run, "adjustment", null, null);
        assertEquals(
                List.of(
                        "/banking/run?class=%s&id=%s".formatted(classId, run),
                        "/ledger/statement?account=" + account),
                links(bonus, null, true));
        assertEquals(List.of(), links(bonus, amina, false));

        EntryOrigin reward = origin("person", "Ms. Okello", false, null, "pay_expense", null, null);
        assertEquals(
                "/banking/award?class=%s&id=%s".formatted(classId, act),
                links(reward, null, true).get(0));
        assertEquals(List.of(), links(reward, amina, false));

        EntryOrigin saved = origin("person", null, false, null, "savings", amina, "Amina O.");
        assertEquals(List.of("/ledger/statement?account=" + account), links(saved, amina, false));
        assertEquals(List.of(), links(saved, UUID.randomUUID(), false));

        EntryOrigin loan = origin("loan", null, false, null, null, null, null);
        assertEquals(1, links(loan, amina, false).size());
        // A parent has no page of it.
        assertEquals(List.of(), links(loan, null, false));
    }

    private List<String> links(EntryOrigin origin, UUID reader, boolean runner) {
        return words.links(origin, classId, reader, runner).stream()
                .map(StatementLink::href)
                .toList();
    }

    private EntryOrigin origin(
            String cause,
            String by,
            boolean scheduled,
            UUID runId,
            String kind,
            UUID owner,
            String name) {
        return new EntryOrigin(
                new Cause(cause, UUID.randomUUID()),
                scheduled,
                by,
                runId,
                cause.equals("person") && by != null ? act : null,
                account,
                kind,
                owner,
                name);
    }
}
