package org.homeroom.demonstration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.NewPerson;
import org.homeroom.identity.PinRule.Enough;
import org.homeroom.identity.PinRuleService;
import org.homeroom.identity.Roles;
import org.homeroom.identity.StudentProofs;
import org.homeroom.kernel.Ids;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** The cast and the stage: api.md's people, and around them enough others to fill two schools. */
@Stateless
@PermitAll
@RunAs(Roles.PLATFORM_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationDistrictService {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final String PIN = "2468";
    static final String PASSPHRASE = "blue kite seven";
    private static final int STUDENTS_PER_CLASS = 30;
    private static final long SEED = 20261013;

    @Resource ManagedExecutorService executor;
    @Inject SchoolService schools;
    @Inject AccountService accounts;
    @Inject PinRuleService pins;
    @Inject DemonstrationTeacherService teacherPart;

    /** Tells whether nothing was made yet. */
    public boolean isAbsent() {
        return schools.district().isEmpty();
    }

    /**
     * Makes all of it; the district last, so that a broken attempt is not taken for a whole one.
     */
    public void make() throws Exception {
        FictionalNames names = new FictionalNames(SEED);
        // Hashed once: everybody may know it, and three hundred times would take half a minute.
        StudentProofs proofs = accounts.prove(PIN, PASSPHRASE);
        SchoolRef riverbend = school("Riverbend Middle School", "riverbend", "America/Los_Angeles");
        in(riverbend, () -> person("principal", "Dana Whitcomb", Roles.SCHOOL_ADMIN));
        in(riverbend, () -> person("parent", "Mercy Mwangi", Roles.PARENT));
        List<Callable<Void>> work = new ArrayList<>();
        work.addAll(
                teach(
                        names,
                        proofs,
                        riverbend,
                        "okello",
                        "Amani Okello",
                        List.of(
                                new Lesson("2", "Maths 7", true),
                                new Lesson("1", "Maths 6", false),
                                new Lesson("3", "Algebra 8", false),
                                new Lesson("5", "Maths 7 B", false),
                                new Lesson("6", "Maths club", false))));
        work.addAll(
                teach(
                        names,
                        proofs,
                        riverbend,
                        "marsh",
                        "Judith Marsh",
                        List.of(new Lesson("1", "Science 7", false))));
        work.addAll(
                teach(
                        names,
                        proofs,
                        riverbend,
                        "reyes",
                        "Tomás Reyes",
                        List.of(new Lesson("4", "History 8", false))));
        work.addAll(
                teach(
                        names,
                        proofs,
                        riverbend,
                        "lindgren",
                        "Maja Lindgren",
                        List.of(new Lesson("5", "Art", false))));
        SchoolRef lakeside = school("Lakeside Primary", "lakeside", "Africa/Nairobi");
        work.addAll(
                teach(
                        names,
                        proofs,
                        lakeside,
                        "otieno",
                        "Brian Otieno",
                        List.of(new Lesson("1", "Grade 6", false))));
        work.addAll(
                teach(
                        names,
                        proofs,
                        lakeside,
                        "wanyama",
                        "Lucy Wanyama",
                        List.of(new Lesson("2", "Grade 5", false))));
        for (Future<Void> done : executor.invokeAll(work)) {
            done.get();
        }
        SchoolRef district =
                new SchoolRef(
                        Ids.next(),
                        "Riverbend District",
                        null,
                        ZoneId.of("America/Los_Angeles"),
                        "en",
                        "district",
                        "active");
        schools.add(district);
        in(
                district,
                () -> {
                    person("operator", "Ruth Adeyemi", Roles.OPERATOR);
                    return person("admin", "Sam Holloway", Roles.PLATFORM_ADMIN);
                });
    }

    private SchoolRef school(String name, String subdomain, String zone) throws Exception {
        SchoolRef school =
                new SchoolRef(
                        Ids.next(), name, subdomain, ZoneId.of(zone), "en", "school", "active");
        if (!schools.add(school)) {
            // Left by a start that was stopped half-way; the log shows it to whoever started.
            throw new IllegalStateException(
                    "no district, but a school at " + subdomain + ": give it an empty database");
        }
        // Its PINs stand on the sign-in page.
        in(school, () -> pins.change(Enough.ANYWHERE.code()));
        return school;
    }

    private List<Callable<Void>> teach(
            FictionalNames names,
            StudentProofs proofs,
            SchoolRef school,
            String username,
            String name,
            List<Lesson> lessons)
            throws Exception {
        UUID account = in(school, () -> person(username, name, Roles.TEACHER));
        Caller teacher = new Caller(account, school.id(), Set.of(Roles.TEACHER), name);
        List<Callable<Void>> work = new ArrayList<>();
        for (Lesson lesson : lessons) {
            List<FictionalNames.Pupil> pupils = names.draw(STUDENTS_PER_CLASS, lesson.hasWanjiru());
            work.add(
                    () ->
                            in(
                                    school,
                                    () ->
                                            CallerContext.callAs(
                                                    teacher, () -> run(lesson, pupils, proofs))));
        }
        return work;
    }

    private Void run(Lesson lesson, List<FictionalNames.Pupil> pupils, StudentProofs proofs) {
        teacherPart.run(lesson, pupils, proofs);
        return null;
    }

    private UUID person(String username, String name, String role) {
        return accounts.createPerson(new NewPerson(username, name, PASSWORD, Set.of(role)));
    }

    private static <T> T in(SchoolRef school, Callable<T> work) throws Exception {
        return TenantContext.callAs(school.id(), work);
    }

    /** One class to run: its period, its name, and whether api.md's student sits in it. */
    record Lesson(String period, String name, boolean hasWanjiru) {}
}
