package org.homeroom.demonstration;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.PersonRef;
import org.homeroom.identity.Roles;
import org.homeroom.identity.StudentProofs;
import org.homeroom.roster.ClaimService;
import org.homeroom.roster.ClassDetail;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.ClassService;
import org.homeroom.roster.GuardianLinkService;
import org.homeroom.roster.GuardianService;
import org.homeroom.roster.OpenClass;
import org.homeroom.roster.RosterImportService;
import org.homeroom.roster.RosterLine;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.SeatRow;
import org.homeroom.roster.StudentRef;

/** What a teacher does with a class in the first month, through the services that teachers use. */
@Stateless
@PermitAll
@RunAs(Roles.TEACHER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationTeacherService {

    @Inject ClassService classes;
    @Inject RosterImportService imports;
    @Inject RosterService roster;
    @Inject ClaimService claims;
    @Inject DemonstrationMonth month;
    @Inject DemonstrationTalk talk;
    @Inject DemonstrationBank bank;
    @Inject GuardianService guardians;
    @Inject GuardianLinkService links;
    @Inject AccountService accounts;

    /** Opens the class, seats its pupils, and lives a month with them. Needs the bound teacher. */
    public void run(
            DemonstrationDistrictService.Lesson lesson,
            List<FictionalNames.Pupil> pupils,
            StudentProofs proofs) {
        ClassDetail opened =
                classes.open(
                        new OpenClass(
                                "Period " + lesson.period() + " · " + lesson.name(),
                                lesson.period(),
                                null));
        ClassRef home = opened.ref();
        imports.importLines(home.id(), "class-list.csv", lines(pupils, lesson.period()));
        List<String> usernames = seat(home, lesson, proofs);
        month.live(home, usernames);
        talk.chat(home, roster.students(home.id()));
        if (lesson.hasWanjiru()) {
            follow(home);
            bank.open(home, savers(home));
        }
    }

    private List<StudentRef> savers(ClassRef home) {
        UUID wanjiru = accounts.findByUsername("wanjiru").orElseThrow().id();
        return roster.students(home.id()).stream()
                .sorted(Comparator.comparing(one -> !one.studentId().equals(wanjiru)))
                .toList();
    }

    // api.md's parent follows api.md's student, with a code from the teacher as in life.
    private void follow(ClassRef home) {
        UUID student = accounts.findByUsername("wanjiru").orElseThrow().id();
        String code = guardians.invite(home.id(), student).code();
        PersonRef parent = accounts.findByUsername("parent").orElseThrow();
        Caller teacher = CallerContext.require();
        CallerContext.bind(
                new Caller(parent.id(), teacher.schoolId(), parent.roles(), parent.displayName()));
        try {
            links.take(code);
        } finally {
            CallerContext.bind(teacher);
        }
    }

    private static List<RosterLine> lines(List<FictionalNames.Pupil> pupils, String period) {
        List<RosterLine> lines = new ArrayList<>();
        for (FictionalNames.Pupil pupil : pupils) {
            lines.add(
                    new RosterLine.Pupil(
                            lines.size() + 2,
                            pupil.firstName(),
                            pupil.lastName(),
                            pupil.birthDate(),
                            period));
        }
        return lines;
    }

    private List<String> seat(
            ClassRef home, DemonstrationDistrictService.Lesson lesson, StudentProofs proofs) {
        Random random = new Random(home.name().hashCode());
        List<String> usernames = new ArrayList<>();
        for (SeatRow seat : roster.seats(home.id())) {
            boolean wanjiru = lesson.hasWanjiru() && seat.firstName().equals("Wanjiru");
            String username =
                    wanjiru
                            ? "wanjiru"
                            : plain(seat.firstName())
                                    + plain(seat.lastInitial())
                                    + (100 + random.nextInt(900))
                                    + lesson.period();
            claims.handOver(seat.id(), username, proofs);
            usernames.add(username);
        }
        return usernames;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
