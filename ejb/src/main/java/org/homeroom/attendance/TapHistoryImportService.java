package org.homeroom.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.attendance.HistoricTap.Moment;
import org.homeroom.attendance.TapLine.Event;
import org.homeroom.attendance.TapLine.Refused;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.ImportRow;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.UnreadableList;

/**
 * Takes tap histories over and keeps a report of every line. Lines stand alone; good ones land in
 * one statement, and the daily limit holds for them as for corrections. When a seat was claimed
 * does not matter: history is older than accounts.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class TapHistoryImportService {

    /** More than any history of a class and less than the server takes in one request. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** The template that people download. */
    public static final String TEMPLATE =
            """
            username,action,at,reason
            braveotter2017JD,in,2026-10-12 09:10:00,
            braveotter2017JD,out,2026-10-12 09:55:00,done
            """;

    /** A school year and some weeks: what is older is a mistyped year, and would be paid. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private static final int LONGEST_FILE_NAME = 200;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Inject RosterService roster;
    @Inject TapRepository taps;
    @Inject TapHistoryRepository history;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /**
     * Takes an uploaded CSV file over.
     *
     * @param fileName null when the client named none
     * @throws UnreadableList when the file as a whole is no tap history
     * @throws Refusal not found, when the class is not the caller's
     */
    public TapImportReport upload(UUID classId, String fileName, InputStream content)
            throws IOException {
        ClassRef owned = roster.ownedClass(classId);
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableList(
                    "The file is larger than 8 MB. Split it and upload the parts.");
        }
        return take(owned, fileName, TapFile.read(bytes, owned.zone()));
    }

    /**
     * Returns a kept report.
     *
     * @throws Refusal not found, when it is absent or of another's class
     */
    public TapImportReport report(UUID importId) {
        TapImportReport report = history.report(importId).orElseThrow(Refusal::notFound);
        roster.ownedClass(report.classId());
        return report;
    }

    private TapImportReport take(ClassRef owned, String fileName, List<TapLine> lines) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        UUID classId = owned.id();
        List<String> names = new ArrayList<>();
        for (TapLine line : lines) {
            if (line instanceof Event event) {
                names.add(event.account());
            }
        }
        Map<String, UUID> students = history.students(classId, names.stream().distinct().toList());
        // Taps of the same students wait, so that what is present now still is when ours are added.
        students.values().stream().sorted().forEach(taps::lock);
        List<ImportRow> rows = new ArrayList<>();
        Map<Integer, HistoricTap> wanted = new LinkedHashMap<>();
        for (TapLine line : lines) {
            Refused refused =
                    line instanceof Event event ? check(event, students, now) : (Refused) line;
            if (refused == null) {
                Event event = (Event) line;
                wanted.put(
                        event.line(),
                        new HistoricTap(
                                Ids.next(),
                                students.get(event.account()),
                                event.action(),
                                event.at(),
                                event.reason()));
            } else {
                rows.add(rejected(classId, refused));
            }
        }
        rows.addAll(add(owned, wanted, now));
        rows.sort(Comparator.comparingInt(ImportRow::line));
        return keep(classId, fileName, rows, now);
    }

    private static Refused check(Event event, Map<String, UUID> students, Instant now) {
        int line = event.line();
        if (!students.containsKey(event.account())) {
            String typed = TapFile.shown(event.username());
            return new Refused(
                    line,
                    "UNKNOWN_STUDENT",
                    "username",
                    typed,
                    "Nobody in this class signs in as "
                            + typed
                            + ". Check the spelling, or let the student claim a seat.");
        }
        if (event.at().isAfter(now)) {
            return new Refused(
                    line,
                    "FUTURE",
                    "at",
                    event.at().toString(),
                    "This tap lies in the future. Check date and time.");
        }
        if (event.at().isBefore(now.minus(OLDEST))) {
            return new Refused(
                    line,
                    "TOO_OLD",
                    "at",
                    event.at().toString(),
                    "This tap is more than 400 days old. Check the year.");
        }
        return null;
    }

    private List<ImportRow> add(ClassRef owned, Map<Integer, HistoricTap> wanted, Instant now) {
        UUID classId = owned.id();
        Map<Moment, TapAction> present =
                new HashMap<>(history.present(classId, List.copyOf(wanted.values())));
        Map<UUID, Instant> paid = history.paidThrough(classId);
        Map<Integer, HistoricTap> fresh = new LinkedHashMap<>();
        List<ImportRow> rows = new ArrayList<>();
        wanted.forEach(
                (line, tap) -> {
                    TapAction there = present.putIfAbsent(tap.moment(), tap.action());
                    if (there == null) {
                        fresh.put(line, tap);
                    } else {
                        rows.add(passedOver(classId, line, tap, there));
                    }
                });
        UUID me = CallerContext.require().accountId();
        Set<UUID> added = history.add(classId, List.copyOf(fresh.values()), "import", me, now);
        history.limitAnew(classId, added, me, now);
        Map<UUID, Instant> limited = history.behindLimit(added);
        fresh.forEach(
                (line, tap) ->
                        rows.add(
                                added(
                                        owned,
                                        line,
                                        limited.get(tap.id()),
                                        !tap.at()
                                                .isAfter(
                                                        paid.getOrDefault(
                                                                tap.studentId(), Instant.MIN)))));
        return rows;
    }

    private static ImportRow passedOver(UUID classId, int line, HistoricTap tap, TapAction there) {
        if (there == tap.action()) {
            return new ImportRow(
                    line,
                    classId,
                    ImportRow.SKIPPED,
                    "DUPLICATE",
                    null,
                    null,
                    "This tap is here already.");
        }
        return rejected(
                classId,
                new Refused(
                        line,
                        "SAME_SECOND",
                        "at",
                        tap.at().toString(),
                        "The student has another tap in the same second. Change one of them."));
    }

    private static ImportRow added(ClassRef owned, int line, Instant limited, boolean isPaid) {
        String code = "ADDED";
        String said = "Added.";
        if (limited != null) {
            code = TapImportReport.DAILY_LIMIT;
            said =
                    "Added. The daily limit ended the session at %s; the time after that does not count."
                            .formatted(TIME.format(limited.atZone(owned.zone())));
        } else if (isPaid) {
            code = "PAID_ALREADY";
            said = "Added. This time is paid or being paid; the next pay run pays the difference.";
        }
        return new ImportRow(line, owned.id(), ImportRow.ACCEPTED, code, null, null, said);
    }

    private TapImportReport keep(UUID classId, String fileName, List<ImportRow> rows, Instant now) {
        String shortName =
                fileName == null || fileName.length() <= LONGEST_FILE_NAME
                        ? fileName
                        : fileName.substring(0, LONGEST_FILE_NAME);
        TapImportReport report =
                new TapImportReport(
                        Ids.next(),
                        classId,
                        shortName,
                        count(rows, ImportRow.ACCEPTED),
                        count(rows, ImportRow.SKIPPED),
                        count(rows, ImportRow.REJECTED),
                        now,
                        rows);
        history.keep(report, CallerContext.require().accountId());
        audit.record(
                "attendance.history.imported",
                "class",
                classId,
                null,
                Map.of(
                        "import", report.id(),
                        "accepted", report.accepted(),
                        "rejected", report.rejected()));
        return report;
    }

    private static ImportRow rejected(UUID classId, Refused why) {
        return new ImportRow(
                why.line(),
                classId,
                ImportRow.REJECTED,
                why.code(),
                why.field(),
                why.value(),
                why.message());
    }

    private static int count(List<ImportRow> rows, String outcome) {
        return (int) rows.stream().filter(row -> row.outcome().equals(outcome)).count();
    }
}
