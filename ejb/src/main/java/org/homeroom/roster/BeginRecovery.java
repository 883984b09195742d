package org.homeroom.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A teacher's first step back in.
 *
 * @param students user names, separated by commas or spaces
 * @param birthDate as a date, or the sum of its parts
 * @param resumePin of what was saved earlier, null or blank for none
 */
public record BeginRecovery(String students, String birthDate, String resumePin) {

    /** Returns the user names, each once. */
    List<String> names() {
        return Arrays.stream((students == null ? "" : students).split("[\\s,;]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Tells whether something saved is to be brought back. */
    boolean resumes() {
        return resumePin != null && !resumePin.isBlank();
    }

    /** Keeps what was said out of logs. */
    @Override
    public String toString() {
        return "BeginRecovery";
    }
}
