package org.homeroom.roster;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Personal;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.RosterLine.Pupil;
import org.homeroom.roster.RosterLine.Refused;

/**
 * Takes class lists over and keeps a report of every line. Lines stand alone; good ones land in one
 * statement. A pupil goes to the class of the list when its period is the class's, else to the
 * teacher's class of that period, which is opened when there is none; the report says so.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class RosterImportService {

    /** More than any list of a school and less than the server takes in one request. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int MOST_PERIODS = 20;
    private static final int LONGEST_FILE_NAME = 200;

    @Inject RosterService access;
    @Inject ClassService classes;
    @Inject SeatRepository seats;
    @Inject ImportRepository imports;
    @Inject Recognition recognition;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Resource SessionContext transaction;

    /**
     * Takes an uploaded CSV file over.
     *
     * @param fileName null when the client named none
     * @param fingerprint of the rehearsal that was agreed to, null for none
     * @throws UnreadableList when the file as a whole is no class list
     * @throws Refusal not found, when the class is not the caller's; CONFLICT when the class has
     *     ended or something else would become of the list than was rehearsed
     */
    public ImportReport upload(
            UUID classId, String fileName, InputStream content, String fingerprint)
            throws IOException {
        ClassRef home = access.ownedClass(classId);
        return importLines(home, fileName, read(home, content), fingerprint);
    }

    /**
     * Does with an uploaded CSV file what landing it would do, and takes it all back.
     *
     * @throws UnreadableList when the file as a whole is no class list
     * @throws Refusal not found, when the class is not the caller's; CONFLICT when it has ended
     */
    public ImportRehearsal rehearse(UUID classId, String fileName, InputStream content)
            throws IOException {
        ClassRef home = access.ownedClass(classId);
        List<RosterLine> lines = read(home, content);
        Map<String, ClassRef> byPeriod = new LinkedHashMap<>(Map.of(home.period(), home));
        List<ImportRow> rows = land(home, lines, byPeriod, true);
        transaction.setRollbackOnly();
        List<ClassRef> classes = List.copyOf(byPeriod.values());
        return new ImportRehearsal(
                report(null, home, fileName, rows, classes),
                ImportRehearsal.fingerprint(home.id(), rows, classes));
    }

    private List<RosterLine> read(ClassRef home, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableList(
                    "The file is larger than 8 MB. A class list is not; split it.");
        }
        return RosterFile.read(bytes, clock.today(home.zone()));
    }

    /** Takes a list over that was read already; the same rules and report as for a file. */
    public ImportReport importLines(UUID classId, String fileName, List<RosterLine> lines) {
        return importLines(access.ownedClass(classId), fileName, lines, null);
    }

    private ImportReport importLines(
            ClassRef home, String fileName, List<RosterLine> lines, String fingerprint) {
        Map<String, ClassRef> byPeriod = new LinkedHashMap<>(Map.of(home.period(), home));
        List<ImportRow> rows = land(home, lines, byPeriod, false);
        List<ClassRef> classes = List.copyOf(byPeriod.values());
        if (fingerprint != null
                && !fingerprint.equals(ImportRehearsal.fingerprint(home.id(), rows, classes))) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Classes or seats changed since this was shown. Nothing was added. Check"
                            + " what the list would do now.");
        }
        return keep(report(Ids.next(), home, fileName, rows, List.of()));
    }

    private List<ImportRow> land(
            ClassRef home,
            List<RosterLine> lines,
            Map<String, ClassRef> byPeriod,
            boolean isRehearsal) {
        Set<UUID> before = existing(home);
        Map<Pupil, SeatSecret> wanted = new HashMap<>();
        List<ImportRow> rows = new ArrayList<>();
        List<Pupil> pupils = new ArrayList<>();
        for (RosterLine line : lines) {
            if (line instanceof Pupil pupil && classOf(home, pupil, byPeriod) != null) {
                pupils.add(pupil);
            } else {
                rows.add(rejected(home, line));
            }
        }
        for (Pupil pupil : pupils) {
            UUID into = byPeriod.get(pupil.period()).id();
            wanted.put(
                    pupil,
                    recognition.seat(into, pupil.firstName(), pupil.lastName(), pupil.birthDate()));
        }
        Set<UUID> added = seats.add(pupils.stream().map(wanted::get).toList(), clock.now());
        for (Pupil pupil : pupils) {
            SeatSecret seat = wanted.get(pupil);
            ClassRef into = byPeriod.get(pupil.period());
            boolean isAdded = added.contains(seat.id());
            // The first seat of a class that was not there before tells that the list opened it.
            boolean isOpening = isAdded && before.add(into.id());
            rows.add(
                    isOpening
                            ? opening(pupil, seat, into, isRehearsal)
                            : row(pupil, seat, into, isAdded, isRehearsal));
        }
        rows.sort(Comparator.comparingInt(ImportRow::line));
        return rows;
    }

    /**
     * Adds one pupil to the class, by the same rules as a list.
     *
     * @param birthDate month/day/year or year-month-day
     * @throws Refusal VALIDATION_ERROR naming the field, CONFLICT when the pupil is on the list
     */
    public void addOne(UUID classId, String firstName, String lastName, String birthDate) {
        ClassRef home = access.ownedClass(classId);
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        cells.put(RosterColumn.FIRST_NAME, text(firstName));
        cells.put(RosterColumn.LAST_NAME, text(lastName));
        cells.put(RosterColumn.DATE_OF_BIRTH, text(birthDate));
        cells.put(RosterColumn.PERIOD, home.period());
        RosterLine line = new RosterCells(clock.today(home.zone())).check(1, cells);
        if (line instanceof Refused refused) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, refused.field(), refused.message());
        }
        Pupil pupil = (Pupil) line;
        SeatSecret seat =
                recognition.seat(classId, pupil.firstName(), pupil.lastName(), pupil.birthDate());
        if (seats.add(List.of(seat), clock.now()).isEmpty()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "first_name",
                    seat.name() + " with this birth date is on the list already.");
        }
        audit.record(
                "roster.seat.added",
                "seat",
                seat.id(),
                null,
                Map.of("class", classId, "name", new Personal(seat.name())));
    }

    /**
     * Returns a kept report.
     *
     * @throws Refusal not found, when it is absent or of another's class
     */
    public ImportReport report(UUID importId) {
        ImportReport report = imports.byId(importId).orElseThrow(Refusal::notFound);
        access.ownedClass(report.classId());
        return report;
    }

    /**
     * Returns the class of the pupil's period, null when the list names too many periods or when
     * there is no teacher whose other class it could be.
     */
    private ClassRef classOf(ClassRef home, Pupil pupil, Map<String, ClassRef> byPeriod) {
        if (home.teacherId() != null
                && !byPeriod.containsKey(pupil.period())
                && byPeriod.size() < MOST_PERIODS) {
            byPeriod.put(pupil.period(), classes.ofPeriod(home.id(), pupil.period()));
        }
        return byPeriod.get(pupil.period());
    }

    private Set<UUID> existing(ClassRef home) {
        Set<UUID> known = new HashSet<>(Set.of(home.id()));
        classes.besides(home.id()).forEach(other -> known.add(other.id()));
        return known;
    }

    private ImportReport report(
            UUID id, ClassRef home, String fileName, List<ImportRow> rows, List<ClassRef> classes) {
        String shortName =
                fileName == null || fileName.length() <= LONGEST_FILE_NAME
                        ? fileName
                        : fileName.substring(0, LONGEST_FILE_NAME);
        return new ImportReport(
                id,
                home.id(),
                shortName,
                count(rows, ImportRow.ACCEPTED),
                count(rows, ImportRow.SKIPPED),
                count(rows, ImportRow.REJECTED),
                clock.now(),
                rows,
                classes);
    }

    private ImportReport keep(ImportReport report) {
        imports.add(report, CallerContext.require().accountId());
        audit.record(
                "roster.list.imported",
                "class",
                report.classId(),
                null,
                Map.of(
                        "import", report.id(),
                        "accepted", report.accepted(),
                        "skipped", report.skipped(),
                        "rejected", report.rejected()));
        return imports.byId(report.id()).orElseThrow();
    }

    private static ImportRow rejected(ClassRef home, RosterLine line) {
        Refused why = line instanceof Refused refused ? refused : homeless(home, (Pupil) line);
        return new ImportRow(
                why.line(),
                null,
                ImportRow.REJECTED,
                why.code(),
                why.field(),
                why.value(),
                why.message());
    }

    private static Refused homeless(ClassRef home, Pupil pupil) {
        boolean isWithoutTeacher = home.teacherId() == null;
        return new Refused(
                pupil.line(),
                isWithoutTeacher ? "NO_TEACHER" : "TOO_MANY_PERIODS",
                RosterColumn.PERIOD.field(),
                pupil.period(),
                isWithoutTeacher
                        ? "This class has no teacher, so this list cannot open a class for another"
                                + " period. Upload the line into a class of that period."
                        : "The list names more than 20 periods. Upload the others by themselves.");
    }

    private static ImportRow row(
            Pupil pupil, SeatSecret seat, ClassRef into, boolean added, boolean isRehearsal) {
        return added
                ? new ImportRow(
                        pupil.line(),
                        into.id(),
                        ImportRow.ACCEPTED,
                        "CREATED",
                        null,
                        null,
                        isRehearsal
                                ? seat.name() + " gets a seat in " + into.name() + "."
                                : seat.name() + " has a seat in " + into.name() + ".")
                : new ImportRow(
                        pupil.line(),
                        into.id(),
                        ImportRow.SKIPPED,
                        "DUPLICATE",
                        null,
                        null,
                        seat.name() + " is on the list of " + into.name() + " already.");
    }

    private static ImportRow opening(
            Pupil pupil, SeatSecret seat, ClassRef into, boolean isRehearsal) {
        return new ImportRow(
                pupil.line(),
                into.id(),
                ImportRow.ACCEPTED,
                ImportRow.CLASS_OPENED,
                RosterColumn.PERIOD.field(),
                pupil.period(),
                isRehearsal
                        ? seat.name()
                                + " gets a seat in "
                                + into.name()
                                + ". The list opens this class for period "
                                + into.period()
                                + "."
                        : seat.name()
                                + " has a seat in "
                                + into.name()
                                + ". The list opened this class for period "
                                + into.period()
                                + "; its join code is "
                                + into.joinCode()
                                + ".");
    }

    private static int count(List<ImportRow> rows, String outcome) {
        return (int) rows.stream().filter(row -> row.outcome().equals(outcome)).count();
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
