package org.homeroom.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A made-up district as a OneRoster 1.1 bulk delivery: 7 schools, 6,400 people, 28,000 enrollments. */
final class DistrictZip {

    static final int SCHOOLS = 7;

    private static final int TEACHERS = 400;
    private static final int STUDENTS = 6000;
    private static final int CLASSES = 400;
    private static final int STUDENT_ENROLLMENTS = 27_600;

    private static final String MANIFEST =
            """
            propertyName,value
            manifest.version,1.0
            oneroster.version,1.1
            file.academicSessions,absent
            file.orgs,bulk
            file.courses,absent
            file.classes,bulk
            file.users,bulk
            file.enrollments,bulk
            file.demographics,absent
            file.resources,absent
            file.courseResources,absent
            file.classResources,absent
            file.categories,absent
            file.lineItems,absent
            file.results,absent
            """;

    private DistrictZip() {}

    /** Returns the name of a school, counted from 0. */
    static String school(int number) {
        return "Bench School " + (number + 1);
    }

    static byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "manifest", MANIFEST);
            put(zip, "orgs", orgs());
            put(zip, "classes", classes());
            put(zip, "users", users());
            put(zip, "enrollments", enrollments());
        }
        return bytes.toByteArray();
    }

    private static String orgs() {
        StringBuilder rows =
                new StringBuilder(
                        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n");
        for (int i = 0; i < SCHOOLS; i++) {
            rows.append("o%d,,,%s,school,,\n".formatted(i, school(i)));
        }
        return rows.toString();
    }

    private static String classes() {
        StringBuilder rows =
                new StringBuilder(
                        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
                                + "location,schoolSourcedId,termSourcedIds,subjects\n");
        for (int i = 0; i < CLASSES; i++) {
            rows.append("c%d,,,Class %d,,,,scheduled,,o%d,,\n".formatted(i, i, i % SCHOOLS));
        }
        return rows.toString();
    }

    private static String users() {
        StringBuilder rows =
                new StringBuilder(
                        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName\n");
        for (int i = 0; i < TEACHERS; i++) {
            rows.append(
                    "t%1$d,,,true,o%2$d,teacher,teacher%1$d,Tess%1$d,Teacher\n"
                            .formatted(i, i % SCHOOLS));
        }
        for (int i = 0; i < STUDENTS; i++) {
            rows.append(
                    "s%1$d,,,true,o%2$d,student,student%1$d,Sam%1$d,Pupil\n"
                            .formatted(i, i % SCHOOLS));
        }
        return rows.toString();
    }

    // A student's classes are of the student's school: both are numbered through the schools in turn.
    private static String enrollments() {
        StringBuilder rows =
                new StringBuilder(
                        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n");
        for (int i = 0; i < CLASSES; i++) {
            rows.append("et%1$d,,,c%1$d,o%2$d,t%1$d,teacher,true\n".formatted(i, i % SCHOOLS));
        }
        int perSchool = CLASSES / SCHOOLS;
        for (int i = 0; i < STUDENT_ENROLLMENTS; i++) {
            int student = i % STUDENTS;
            int school = student % SCHOOLS;
            int one = (student / SCHOOLS + i / STUDENTS) % perSchool;
            rows.append(
                    "es%d,,,c%d,o%d,s%d,student,\n"
                            .formatted(i, one * SCHOOLS + school, school, student));
        }
        return rows.toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
