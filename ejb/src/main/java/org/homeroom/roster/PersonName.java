package org.homeroom.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How names are written down and compared, in any script (economy.md 3.5). */
final class PersonName {

    /** Small letters that Unicode does not take apart. */
    private static final Map<String, String> SINGLE =
            Map.of(
                    "\u00df", "ss", "\u00e6", "ae", "\u0153", "oe", "\u00f8", "o", "\u0142", "l",
                    "\u0111", "d", "\u00f0", "d", "\u00fe", "th", "\u0131", "i");

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
     * Returns the name in small letters without the accents that a keyboard may not have. Letters
     * that are others without their marks, as those of Hindi or Japanese, keep them.
     */
    static String plain(String name) {
        String bare =
                Normalizer.normalize(clean(name).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{InCombiningDiacriticalMarks}+", "");
        StringBuilder plain = new StringBuilder();
        bare.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> plain.append(SINGLE.getOrDefault(letter, letter)));
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** Returns the first letter as a capital without its accent; empty when there is none. */
    static String plainInitial(String name) {
        return initial(plain(name));
    }

    /**
     * Returns the parts of a last name that are compared: split at spaces and hyphens, not at
     * apostrophes, in small letters, without parts of one letter. A part with accents is there with
     * and without them: seats that are older than the second spelling know the first alone. A name
     * that is one letter long, as many Chinese ones are, is kept whole: its bearer could never
     * claim a seat otherwise.
     */
    static List<String> parts(String lastName) {
        String small = clean(lastName).toLowerCase(Locale.ROOT);
        List<String> parts =
                Arrays.stream(small.split("[ -]+"))
                        .filter(part -> part.codePointCount(0, part.length()) > 1)
                        .flatMap(part -> Stream.of(part, plain(part)))
                        .distinct()
                        .toList();
        return parts.isEmpty() ? Stream.of(small, plain(small)).distinct().toList() : parts;
    }
}
