package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;

/** Opens and seals the first names of seats, which domains read in their own SQL. */
@ApplicationScoped
public class SeatNames {

    private static final PersonalColumn FIRST_NAME =
            new PersonalColumn("roster_seat", "first_name");

    @Inject PersonalData personal;

    /** Opens the first name of a row with the columns {@code seat_id} and {@code first_name}. */
    public String first(ResultSet row) throws SQLException {
        return first(row.getObject("seat_id", UUID.class), row.getString("first_name"));
    }

    /**
     * Returns the name in short, such as {@code Wanjiru M.}, of a row that has {@code last_initial}
     * as well; null when it has no seat.
     */
    public String inShort(ResultSet row) throws SQLException {
        String first = first(row);
        return first == null ? null : first + " " + row.getString("last_initial") + ".";
    }

    String first(UUID seat, String stored) {
        return personal.open(FIRST_NAME, seat, stored);
    }

    String seal(UUID seat, String firstName) {
        return personal.seal(FIRST_NAME, seat, firstName);
    }

    /** Returns the mark of a pupil in a class; null when the birth date is unknown. */
    byte[] mark(UUID classId, String firstName, String lastInitial, Integer dobSum) {
        String pupil = classId + "|" + firstName + "|" + lastInitial + "|" + dobSum;
        return dobSum == null ? null : personal.mark("pupil", pupil);
    }

    /** Orders people as lists show them: letters with signs stand by those without. */
    public static <T> List<T> sorted(
            List<T> people, Function<T, String> firstName, Function<T, String> lastInitial) {
        // The order of each is made once, not at each comparison.
        record Placed<T>(String order, T person) {}
        return people.stream()
                .map(one -> new Placed<>(order(firstName.apply(one), lastInitial.apply(one)), one))
                .sorted(Comparator.comparing(Placed::order))
                .map(Placed::person)
                .toList();
    }

    /** Returns what such lists are ordered by. */
    public static String order(String firstName, String lastInitial) {
        String name = firstName.toLowerCase(Locale.ROOT) + " " + lastInitial;
        return Normalizer.normalize(name, Normalizer.Form.NFD);
    }
}
