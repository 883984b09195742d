package org.homeroom.operations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A OneRoster 1.1 delivery for a canary school: one class with a teacher and a student. */
final class CanaryRoster {

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

    private CanaryRoster() {}

    /**
     * Returns the zip.
     *
     * @param school the name of the school, which is its key as well
     * @param word stands in every name
     */
    static byte[] zip(String school, String word) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest", MANIFEST);
        files.put(
                "orgs",
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                        + "%1$s,,,%1$s,school,,\n");
        files.put(
                "classes",
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
                        + "location,schoolSourcedId,termSourcedIds,subjects\n"
                        + "c-%2$s,,,%2$s,,,,scheduled,,%1$s,,\n");
        files.put(
                "users",
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName\n"
                        + "t-%2$s,,,true,%1$s,teacher,t.%2$s,Tess,%2$s\n"
                        + "s-%2$s,,,true,%1$s,student,s.%2$s,Sam,%2$s\n");
        files.put(
                "enrollments",
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n"
                        + "a-%2$s,,,c-%2$s,%1$s,t-%2$s,teacher,true\n"
                        + "b-%2$s,,,c-%2$s,%1$s,s-%2$s,student,\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
                String text = file.getValue().formatted(school, word);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
