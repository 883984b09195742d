package org.homeroom.roster;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Makes names such as {@code braveotter2017JD}: an adjective, the pupil's word, the sum of the
 * birth date and two initials (economy.md 3.4). Only signs that every keyboard has.
 */
final class Username {

    private static final List<String> ADJECTIVES =
            List.of(
                    "brave", "bright", "calm", "clever", "cosmic", "curious", "daring", "eager",
                    "fair", "gentle", "golden", "happy", "kind", "lively", "merry", "mighty",
                    "quick", "quiet", "sunny", "swift");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Username() {}

    /**
     * Returns the possible names for the seat and word in random order; the first free one is used.
     */
    static List<String> candidates(String word, SeatSecret seat) {
        String middle = word(word);
        String end = seat.dobSum() + initial(seat.firstName()) + initial(seat.lastInitial());
        List<String> shuffled = new ArrayList<>(ADJECTIVES);
        Collections.shuffle(shuffled, RANDOM);
        return shuffled.stream().map(adjective -> adjective + middle + end).toList();
    }

    /** Returns the word in small letters, or refuses it. */
    static String word(String typed) {
        String word = typed == null ? "" : plain(typed.strip()).toLowerCase(Locale.ROOT);
        if (!word.matches("[a-z]{3,12}")) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "word",
                    "Choose one word of 3 to 12 letters, from a to z.");
        }
        return word;
    }

    /** Returns the first letter in A to Z; X for a name in another script. */
    private static String initial(String name) {
        String letter = plain(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z].*", "");
        return letter.isEmpty() ? "X" : letter.substring(0, 1);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
