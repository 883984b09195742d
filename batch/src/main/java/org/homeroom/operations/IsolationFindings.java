package org.homeroom.operations;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** What was tried, what leaked, and what could not be tried. */
final class IsolationFindings {

    /** The parts of a report, in its order. */
    enum Part {
        TABLES,
        ROUTES,
        PAGES,
        EXPORTS,
        SOCKETS,
        JOBS
    }

    private final Map<Part, TreeSet<String>> checked = new LinkedHashMap<>();
    private final List<String> leaks = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    IsolationFindings() {
        for (Part part : Part.values()) {
            checked.put(part, new TreeSet<>());
        }
    }

    /** Counts a thing as tried. */
    void tried(Part part, String what) {
        checked.get(part).add(what);
    }

    /** Notes that something of one school reached the other. */
    void leak(String sentence) {
        if (!leaks.contains(sentence)) {
            leaks.add(sentence);
        }
    }

    /** Notes that a thing could not be tried, so that nothing is known of it. */
    void gap(String sentence) {
        if (!gaps.contains(sentence)) {
            gaps.add(sentence);
        }
    }

    /** Returns the state of the report. */
    String state() {
        if (!leaks.isEmpty()) {
            return "leaking";
        }
        return gaps.isEmpty() ? "clean" : "incomplete";
    }

    /** Says in one line what is wrong. */
    String sentence() {
        return String.join("; ", leaks.isEmpty() ? gaps : leaks);
    }

    /** Writes the report down. */
    String json(UUID id, Instant begunAt, Instant endedAt, int planted) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        JsonObjectBuilder names = Json.createObjectBuilder();
        checked.forEach(
                (part, what) -> {
                    String name = part.name().toLowerCase(java.util.Locale.ROOT);
                    counts.add(name, what.size());
                    names.add(name, array(what));
                });
        return Json.createObjectBuilder()
                .add("id", id.toString())
                .add("state", state())
                .add("begun_at", begunAt.toString())
                .add("ended_at", endedAt.toString())
                .add("checked", counts)
                .add("tables_with_canaries", planted)
                .add("leaks", array(leaks))
                .add("gaps", array(gaps))
                .add("names", names)
                .build()
                .toString();
    }

    private static JsonArrayBuilder array(Collection<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
