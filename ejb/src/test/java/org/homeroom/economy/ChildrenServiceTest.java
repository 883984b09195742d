package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeroom.attendance.AttendanceService;
import org.homeroom.attendance.SeatNow;
import org.homeroom.attendance.Session;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.ledger.Period;
import org.homeroom.ledger.Statement;
import org.homeroom.roster.Child;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.GuardianLinkService;
import org.homeroom.roster.GuardianRights;
import org.homeroom.roster.RosterService;
import org.junit.jupiter.api.Test;

class ChildrenServiceTest {

    private static final UUID CHILD = UUID.randomUUID();
    private static final ClassRef WITH = inClass("1");
    private static final ClassRef WITHOUT = inClass("2");

    @Test
    void aClassWithoutAnAccountIsLeftOutAndTheOthersAreShown() {
        List<ChildOverview> seen = parent().children(null);

        assertEquals(1, seen.size());
        assertEquals(
                List.of(WITH), seen.get(0).classes().stream().map(ChildInClass::classRef).toList());
    }

    /** A week that is over ends with its Sunday, whatever day of it was named. */
    @Test
    void anEarlierWeekIsSevenDays() {
        ChildrenService parent = parent();

        ChildInClass seen = parent.children(LocalDate.of(2026, 10, 14)).get(0).classes().get(0);

        assertEquals(LocalDate.of(2026, 10, 12), seen.monday());
        NeverIn asked = (NeverIn) parent.attendance;
        assertEquals(Instant.parse("2026-10-12T00:00:00Z"), asked.from);
        assertEquals(Instant.parse("2026-10-19T00:00:00Z"), asked.through);
    }

    private static ChildrenService parent() {
        ChildrenService children = new ChildrenService();
        children.guardians = new OneChild();
        children.roster = new TwoClasses();
        children.attendance = new NeverIn();
        children.ledger = new OneAccount();
        children.clock = new SchoolClock();
        return children;
    }

    private static ClassRef inClass(String period) {
        return new ClassRef(
                UUID.randomUUID(),
                "Period " + period,
                period,
                ZoneOffset.UTC,
                "TOK",
                null,
                "MATHS7");
    }

    /** Who follows Wanjiru. */
    private static final class OneChild extends GuardianLinkService {

        @Override
        public List<Child> children() {
            return List.of(new Child(CHILD, "Wanjiru M.", GuardianRights.FULL));
        }
    }

    /** A child in two classes. */
    private static final class TwoClasses extends RosterService {

        @Override
        public List<ClassRef> classesOfChild(UUID studentId) {
            return List.of(WITH, WITHOUT);
        }
    }

    /** A seat in both, and no taps. */
    private static final class NeverIn extends AttendanceService {

        private Instant from;
        private Instant through;

        @Override
        public List<SeatNow> ofChild(UUID studentId) {
            return List.of(seat(WITH), seat(WITHOUT));
        }

        @Override
        public List<Session> sessions(UUID classId, UUID studentId, Instant after, Instant to) {
            from = after;
            through = to;
            return List.of();
        }

        private static SeatNow seat(ClassRef one) {
            return new SeatNow(
                    one.id(),
                    CHILD,
                    "Wanjiru",
                    "M",
                    true,
                    one.zone(),
                    false,
                    null,
                    null,
                    false,
                    null,
                    0,
                    0,
                    0);
        }
    }

    /** An account in the first of them alone. */
    private static final class OneAccount extends LedgerQueryService {

        private final AccountRow checking =
                new AccountRow(
                        UUID.randomUUID(),
                        WITH.id(),
                        WITH.id(),
                        "checking",
                        CHILD,
                        "Wanjiru M.",
                        "TOK",
                        true,
                        0,
                        0,
                        0);

        @Override
        public List<AccountRow> ofChild(UUID studentId, UUID classId) {
            return classId.equals(WITH.id()) ? List.of(checking) : List.of();
        }

        @Override
        public Statement statement(UUID accountId, LocalDate from, LocalDate to, String kind) {
            return new Statement(checking, WITH.zone(), Period.ALL, 0, 0, List.of());
        }
    }
}
