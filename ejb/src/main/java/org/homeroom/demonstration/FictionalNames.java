package org.homeroom.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws students who do not exist, the same ones for the same seed and no two alike. */
final class FictionalNames {

    private static final List<String> FIRST =
            List.of(
                    "Amara",
                    "Ben",
                    "Chidi",
                    "Daniela",
                    "Elif",
                    "Farid",
                    "Grace",
                    "Hugo",
                    "Imani",
                    "Jonas",
                    "Kavya",
                    "Leo",
                    "Maya",
                    "Noor",
                    "Otis",
                    "Priya",
                    "Quinn",
                    "Rosa",
                    "Samir",
                    "Tess",
                    "Uma",
                    "Viktor",
                    "Xander",
                    "Yara",
                    "Zane",
                    "Achieng",
                    "Baraka",
                    "Chloé",
                    "Dalia",
                    "Emre",
                    "Fatuma",
                    "Gideon",
                    "Hana",
                    "Ismail",
                    "Juma",
                    "Kamau",
                    "Lwam",
                    "Mercy",
                    "Njeri",
                    "Omondi",
                    "Paloma",
                    "Rehema",
                    "Søren",
                    "Tariq",
                    "Valentina",
                    "Wekesa",
                    "Xiu",
                    "Yusuf",
                    "Zuri",
                    "Ágnes");

    private static final List<String> LAST =
            List.of(
                    "Abara",
                    "Bergström",
                    "Castellanos",
                    "Demir",
                    "Eriksen",
                    "Fontaine",
                    "Gathoni",
                    "Hussein",
                    "Ibarra",
                    "Jelagat",
                    "Kiptoo",
                    "Lindqvist",
                    "Mwangi",
                    "Nakamura",
                    "O'Brien",
                    "Petrov",
                    "Quispe",
                    "Rasmussen",
                    "Smith-Jones",
                    "Tembo",
                    "Ueda",
                    "Van Der Berg",
                    "Wafula",
                    "Yilmaz",
                    "Zawadi",
                    "Auma",
                    "Bianchi",
                    "Chebet",
                    "Dubois",
                    "Eze",
                    "Figueroa",
                    "Gupta",
                    "Haddad",
                    "Ivanova",
                    "Johansson",
                    "Khan",
                    "López",
                    "Mutiso",
                    "Nyong'o",
                    "Otieno-Were");

    private final Random random;
    private final Set<String> drawn = new HashSet<>();

    FictionalNames(long seed) {
        random = new Random(seed);
    }

    /** Draws a class, headed by api.md's student when she sits in it. */
    List<Pupil> draw(int count, boolean withWanjiru) {
        List<Pupil> pupils = new ArrayList<>();
        if (withWanjiru) {
            pupils.add(new Pupil("Wanjiru", "Mwangi", LocalDate.of(2012, 3, 2)));
        }
        while (pupils.size() < count) {
            pupils.add(next());
        }
        return pupils;
    }

    private Pupil next() {
        Pupil pupil;
        do {
            pupil =
                    new Pupil(
                            FIRST.get(random.nextInt(FIRST.size())),
                            LAST.get(random.nextInt(LAST.size())),
                            LocalDate.of(2010, 1, 1).plusDays(random.nextInt(3 * 365)));
        } while (!drawn.add(pupil.firstName() + " " + pupil.lastName()));
        return pupil;
    }

    /** A student before the claim: what the roster knows and what the student will type. */
    record Pupil(String firstName, String lastName, LocalDate birthDate) {}
}
