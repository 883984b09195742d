package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * Takes back everything that was posted in a class on one day, in one act: rehearsed first, and
 * refused when something else would be taken back than was rehearsed. What was taken back before,
 * and what takes something back, stays.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class DayReversalService {

    @Inject BookRepository books;
    @Inject LedgerAccountRepository accounts;
    @Inject ClosedPeriodRepository periods;
    @Inject LedgerService ledger;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<ReversalWeighed> weighed;

    /**
     * Computes what would happen, and posts nothing.
     *
     * @param day in the class's zone; null for today
     */
    public DayReversal rehearse(UUID classId, @Nullable LocalDate day) {
        ClassRef found = roster.ownedClass(classId);
        LocalDate meant = day == null ? clock.today(found.zone()) : day;
        List<DayEntry> rows = rows(found, meant);
        return new DayReversal(
                found,
                meant,
                ids(rows).size(),
                lines(found, rows),
                fingerprint(rows),
                inTheWay(found, ids(rows)));
    }

    /**
     * Takes the day back.
     *
     * @param fingerprint what the rehearsal gave
     * @param reason at most 255 characters, for every statement
     * @return how many entries were taken back
     * @throws Refusal conflict, when the day has other entries by now, lies in a closed period or
     *     has nothing to take back
     */
    public int reverse(UUID classId, LocalDate day, String fingerprint, String reason) {
        ClassRef found = roster.ownedClass(classId);
        String why = LedgerService.reason(reason);
        if (day == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "day", "Say which day.");
        }
        refuseClosed(found, day);
        List<DayEntry> rows = rows(found, day);
        List<UUID> ids = ids(rows);
        if (ids.isEmpty()) {
            throw new Refusal(ErrorCode.CONFLICT, "That day has nothing to take back.");
        }
        if (!fingerprint(rows).equals(fingerprint)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Something was posted or taken back since you looked. Look again.");
        }
        if (ledger.reverse(ids, "reverse", why).stream().anyMatch(PostedEntry::replayed)) {
            throw new AlreadyReversed();
        }
        audit.record(
                "ledger.day.reversed",
                "class",
                found.id(),
                null,
                Map.of("day", day, "entries", ids.size(), "reason", why));
        return ids.size();
    }

    private void refuseClosed(ClassRef found, LocalDate day) {
        Instant start = day.atStartOfDay(found.zone()).toInstant();
        if (periods.ofBook(found.id()).stream()
                .anyMatch(one -> one.isClosed() && one.until().isAfter(start))) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "That day lies in a closed period. Take single entries back, or ask an"
                            + " administrator to reopen it.");
        }
    }

    private List<DayEntry> rows(ClassRef found, LocalDate day) {
        ZoneId zone = found.zone();
        return books.reversible(
                found.id(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private List<DayReversal.InTheWay> inTheWay(ClassRef found, List<UUID> entries) {
        ReversalWeighed asked = new ReversalWeighed(found.id(), entries);
        weighed.fire(asked);
        if (asked.inTheWay().isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names =
                accounts.ofClass(found.id()).stream()
                        .filter(one -> one.ownerId() != null)
                        .collect(
                                Collectors.toMap(
                                        AccountRow::ownerId,
                                        AccountRow::ownerName,
                                        (one, same) -> one));
        Map<UUID, List<Obstacle>> each =
                asked.inTheWay().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Obstacle::id, LinkedHashMap::new, Collectors.toList()));
        return each.values().stream()
                .map(
                        same ->
                                new DayReversal.InTheWay(
                                        same.get(0).kind(),
                                        same.get(0).id(),
                                        same.get(0).at(),
                                        same.stream()
                                                .map(one -> names.get(one.studentId()))
                                                .sorted()
                                                .toList()))
                .toList();
    }

    private static List<UUID> ids(List<DayEntry> rows) {
        return rows.stream().map(DayEntry::entryId).distinct().toList();
    }

    private List<DayReversal.Line> lines(ClassRef found, List<DayEntry> rows) {
        Map<UUID, Long> changes = new HashMap<>();
        rows.stream()
                .filter(row -> row.accountId() != null)
                .forEach(row -> changes.merge(row.accountId(), -row.amount(), Long::sum));
        return accounts.ofClass(found.id()).stream()
                .filter(one -> changes.containsKey(one.id()))
                .map(
                        one ->
                                new DayReversal.Line(
                                        one.id(),
                                        one.ownerName(),
                                        one.kind(),
                                        one.balance(),
                                        changes.get(one.id())))
                .toList();
    }

    private static String fingerprint(List<DayEntry> rows) {
        String all = ids(rows).stream().map(UUID::toString).collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
