package org.homeroom.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How names are written down and compared, in any script (economy.md 3.5). */
final class PersonName {

    private PersonName() {}

    /** Returns the name in one spelling: composed letters, straight apostrophes, single spaces. */
    static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\u2018\\u2019\\u02BC]", "'")
                .replaceAll("[\\u2010\\u2011\\u2012\\u2013\\u2212]", "-")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    /** Returns the first letter as a capital, or an empty text when the name has no letter. */
    static String initial(String name) {
        return clean(name)
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the parts of a last name that are compared: split at spaces and hyphens, not at
     * apostrophes, in small letters, without parts of one letter. A name that is one letter long,
     * as many Chinese ones are, is kept whole: its bearer could never claim a seat otherwise.
     */
    static List<String> parts(String lastName) {
        String small = clean(lastName).toLowerCase(Locale.ROOT);
        List<String> parts =
                Arrays.stream(small.split("[ -]+"))
                        .filter(part -> part.codePointCount(0, part.length()) > 1)
                        .distinct()
                        .toList();
        return parts.isEmpty() ? List.of(small) : parts;
    }
}
