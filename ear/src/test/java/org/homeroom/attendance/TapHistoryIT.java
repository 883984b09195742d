package org.homeroom.attendance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher brings taps that were kept elsewhere. */
@ExtendWith(InBrowser.class)
class TapHistoryIT {

    @Test
    void goodLinesCountAndBadOnesAreNamed(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/economy/today?class=" + room.id());
        teacher.link("Upload taps").click();
        String csv =
                """
                username,action,at,reason
                %1$s,in,%2$s,
                %1$s,out,%3$s,done
                SomebodyElse,in,%2$s,
                %1$s,sideways,%2$s,
                %1$s,in,%4$s,
                %1$s,in,yesterday,
                """
                        .formatted(
                                noor,
                                now.minusSeconds(5400),
                                now.minusSeconds(1800),
                                now.plusSeconds(86_400));

        teacher.upload("taps.csv", csv.getBytes(StandardCharsets.UTF_8));

        teacher.reads("6 rows read: 2 added, 0 unchanged, 4 not added.");
        assertThat(teacher.row("Nobody in this class signs in as SomebodyElse.")).hasCount(1);
        assertThat(teacher.row("sideways")).containsText("in or out");
        assertThat(teacher.row("This tap lies in the future. Check date and time.")).hasCount(1);
        assertThat(teacher.row("yesterday")).containsText("Not added");
        teacher.link("Attendance").first().click();
        assertThat(teacher.row("Noor P.")).containsText("1 h");
    }

    @Test
    void theSameHistoryAgainAddsNothing(Visitors people) {
        OwnClass room = OwnClass.open();
        String noor = room.seat("Noor");
        byte[] history =
                ("username,action,at,reason\n"
                                + noor
                                + ",in,"
                                + Instant.now().minusSeconds(600)
                                + ",")
                        .getBytes(StandardCharsets.UTF_8);
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/attendance/import?class=" + room.id());
        teacher.upload("taps.csv", history);
        teacher.reads("1 row read: 1 added, 0 unchanged, 0 not added.");

        teacher.upload("taps.csv", history);

        teacher.reads("1 row read: 0 added, 1 unchanged, 0 not added.");
    }
}
