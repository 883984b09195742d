package org.homeroom.economy;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.attendance.Session;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.EntryRow;

/** A child on the wire. */
public record ChildJson(UUID id, String name, String rights, List<InClass> classes) {

    /**
     * A child in one class; {@code accountId} leads to the statement. Without money for a guardian
     * who sees none.
     */
    public record InClass(
            UUID id,
            String name,
            @Nullable UUID accountId,
            @Nullable MoneyJson balance,
            @Nullable MoneyJson savings,
            boolean active,
            @Nullable Instant since,
            long todaySeconds,
            long weekSeconds,
            List<Day> week,
            List<Entry> latest) {

        static InClass of(ChildInClass one) {
            AccountRow checking = one.checking();
            AccountRow savings = one.savings();
            return new InClass(
                    one.classRef().id(),
                    one.classRef().name(),
                    checking == null ? null : checking.id(),
                    money(checking),
                    money(savings),
                    one.seat().isIn(),
                    one.seat().since(),
                    one.seat().todaySeconds(),
                    one.weekSeconds(),
                    one.week().stream().map(Day::of).toList(),
                    one.latest().stream().map(row -> Entry.of(row, checking.currency())).toList());
        }

        private static MoneyJson money(AccountRow account) {
            return account == null ? null : MoneyJson.of(account.balance(), account.currency());
        }
    }

    /** Time in class on a day. */
    public record Day(LocalDate day, long seconds, List<Stay> stays) {

        static Day of(WorkedDay worked) {
            return new Day(
                    worked.day(),
                    worked.seconds(),
                    worked.sessions().stream().map(Stay::of).toList());
        }
    }

    /** From a tap in to a tap out; {@code to} is null while it lasts. */
    public record Stay(Instant from, @Nullable Instant to) {

        static Stay of(Session session) {
            return new Stay(session.from(), session.end() == null ? null : session.to());
        }
    }

    /** A row of the account in short. */
    public record Entry(
            UUID id, Instant recordedAt, String kind, String description, MoneyJson amount) {

        static Entry of(EntryRow row, String currency) {
            return new Entry(
                    row.entryId(),
                    row.recordedAt(),
                    row.kind(),
                    row.description(),
                    MoneyJson.of(row.amount(), currency));
        }
    }

    static ChildJson of(ChildOverview overview) {
        return new ChildJson(
                overview.child().studentId(),
                overview.child().name(),
                overview.child().rights().word(),
                overview.classes().stream().map(InClass::of).toList());
    }
}
