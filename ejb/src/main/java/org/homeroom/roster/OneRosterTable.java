package org.homeroom.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of a OneRoster zip that are read, with the columns that each must have. */
enum OneRosterTable {
    ORGS("orgs", "sourcedId", "name", "type"),
    USERS("users", "sourcedId", "givenName", "familyName"),
    ROLES("roles", "userSourcedId", "role", "orgSourcedId"),
    CLASSES("classes", "sourcedId", "title", "schoolSourcedId"),
    COURSES("courses", "sourcedId"),
    ENROLLMENTS("enrollments", "sourcedId", "classSourcedId", "userSourcedId", "role"),
    SESSIONS("academicSessions", "sourcedId"),
    DEMOGRAPHICS("demographics");

    private final String title;
    private final List<String> columns;

    OneRosterTable(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Returns the name that the manifest uses. */
    String title() {
        return title;
    }

    /** Returns the file's name within the zip. */
    String file() {
        return title + ".csv";
    }

    /** Returns the columns without which the file says nothing. */
    List<String> columns() {
        return columns;
    }

    /** Finds the table of a file. */
    static Optional<OneRosterTable> of(String file) {
        return Arrays.stream(values())
                .filter(table -> table.file().equalsIgnoreCase(file))
                .findFirst();
    }
}
