package org.homeroom.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OneRoster zips for tests: a small one to spoil, and districts of any size from a seed. */
final class OneRosterFiles {

    private static final int PERIODS = 7;
    private static final int FIRST_YEAR = 2010;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A school with a teacher, a student and a class of both. */
    static OneRosterFiles small() {
        return new OneRosterFiles()
                .put(
                        "manifest.csv",
                        """
                        propertyName,value
                        manifest.version,1.0
                        oneroster.version,1.1
                        file.orgs,bulk
                        file.users,bulk
                        file.classes,bulk
                        file.enrollments,bulk
                        """)
                .put(
                        "orgs.csv",
                        """
                        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                        o1,,,Hillside,school,,
                        """)
                .put(
                        "users.csv",
                        """
                        sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName
                        t1,,true,o1,teacher,kamau,Njeri,Kamau
                        s1,,true,o1,student,asha,Asha,Van Der Berg
                        """)
                .put(
                        "classes.csv",
                        """
                        sourcedId,status,title,classCode,schoolSourcedId,periods
                        c1,,Maths,M1,o1,2
                        """)
                .put(
                        "enrollments.csv",
                        """
                        sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary
                        e1,,c1,o1,t1,teacher,true
                        e2,,c1,o1,s1,student,
                        """);
    }

    /** A district whose size is chosen and whose content the seed decides. */
    static OneRosterFiles district(int schools, int users, int enrollments, long seed) {
        Random random = new Random(seed);
        StringBuilder orgs = new StringBuilder("sourcedId,name,type\n");
        StringBuilder people =
                new StringBuilder(
                        "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName\n");
        StringBuilder births = new StringBuilder("sourcedId,birthDate\n");
        StringBuilder classes = new StringBuilder("sourcedId,title,schoolSourcedId,periods\n");
        StringBuilder places =
                new StringBuilder(
                        "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n");
        int each = users / schools;
        int teachers = Math.max(1, each / 16);
        int placesEach = enrollments / schools;
        for (int s = 0; s < schools; s++) {
            String org = id(random);
            orgs.append(org).append(",Generated School ").append(s + 1).append(",school\n");
            String[] courses = new String[teachers];
            for (int t = 0; t < teachers; t++) {
                String teacher = id(random);
                courses[t] = id(random);
                person(people, teacher, org, "teacher", "t" + s + "x" + t, random);
                classes.append(courses[t]).append(",Class ").append(t + 1).append(',').append(org);
                classes.append(',').append(t % PERIODS + 1).append('\n');
                place(places, courses[t], org, teacher, "teacher,true", random);
            }
            int students = each - teachers;
            String[] pupils = new String[students];
            for (int p = 0; p < students; p++) {
                pupils[p] = id(random);
                person(people, pupils[p], org, "student", "s" + s + "x" + p, random);
                births.append(pupils[p]).append(',').append(FIRST_YEAR + random.nextInt(6));
                births.append("-0").append(1 + random.nextInt(9)).append("-1");
                births.append(random.nextInt(10)).append('\n');
            }
            for (int e = 0; e < placesEach - teachers; e++) {
                // Each pupil in turn, into the class that so many rounds before did not give.
                String course = courses[(e % students + e / students) % teachers];
                place(places, course, org, pupils[e % students], "student,", random);
            }
        }
        return new OneRosterFiles()
                .put(
                        "manifest.csv",
                        """
                        propertyName,value
                        manifest.version,1.0
                        oneroster.version,1.1
                        file.orgs,bulk
                        file.users,bulk
                        file.classes,bulk
                        file.enrollments,bulk
                        file.demographics,bulk
                        """)
                .put("orgs.csv", orgs.toString())
                .put("users.csv", people.toString())
                .put("demographics.csv", births.toString())
                .put("classes.csv", classes.toString())
                .put("enrollments.csv", places.toString());
    }

    OneRosterFiles put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    OneRosterFiles put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    OneRosterFiles without(String name) {
        files.remove(name);
        return this;
    }

    OneRosterFiles replace(String name, String what, String with) {
        return put(name, new String(files.get(name), StandardCharsets.UTF_8).replace(what, with));
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void person(
            StringBuilder people, String id, String org, String role, String name, Random random) {
        people.append(id).append(",true,").append(org).append(',').append(role).append(',');
        people.append(name).append(',').append(word(random)).append(',').append(word(random));
        people.append('\n');
    }

    private static void place(
            StringBuilder places,
            String course,
            String org,
            String user,
            String role,
            Random random) {
        places.append(id(random)).append(',').append(course).append(',').append(org).append(',');
        places.append(user).append(',').append(role).append('\n');
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder().append((char) ('A' + random.nextInt(26)));
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
