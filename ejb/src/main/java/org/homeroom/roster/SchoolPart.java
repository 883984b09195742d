package org.homeroom.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.homeroom.roster.OneRosterContent.Course;
import org.homeroom.roster.OneRosterContent.Place;
import org.homeroom.roster.OneRosterContent.User;

/**
 * What a roster says of one school.
 *
 * @param key the school's in the source
 * @param members people by sourcedId
 */
record SchoolPart(
        String key,
        SourceSchool school,
        KnownRoster known,
        Map<String, Member> members,
        List<Course> classes,
        List<Place> places) {

    /** A person of the school; the row is null when a delta does not repeat it. */
    static final class Member {
        final TreeSet<String> given = new TreeSet<>();
        final TreeSet<String> taken = new TreeSet<>();
        User row;
    }

    SchoolPart(String key, SourceSchool school, KnownRoster known) {
        this(key, school, known, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    Member member(String userId) {
        return members.computeIfAbsent(userId, id -> new Member());
    }
}
