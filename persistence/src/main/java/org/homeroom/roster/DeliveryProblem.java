package org.homeroom.roster;

/**
 * Something to know about a delivered roster.
 *
 * @param note true when it stands in nobody's way
 * @param file the file within the zip, null when the zip itself is meant
 * @param line its line, the header being line 1; null for the whole file
 * @param code the case, such as {@code DUPLICATE_ID}
 * @param message the sentence that says what to do
 */
public record DeliveryProblem(
        boolean note, String file, Integer line, String code, String message) {}
