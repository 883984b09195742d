package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;

/** Opens and seals what a source says of people, once known and while a delivery waits. */
@ApplicationScoped
public class SourceNames {

    private static final String KNOWN = "roster_person";
    private static final String STAGED = "roster_stage_person";
    private static final String GIVEN_NAME = "given_name";
    private static final String FAMILY_NAME = "family_name";

    @Inject PersonalData personal;

    String sealGiven(SourcePerson person) {
        return sealGivenOf(person.sourcedId(), person.givenName());
    }

    String sealFamily(SourcePerson person) {
        return sealFamilyOf(person.sourcedId(), person.familyName());
    }

    String sealGivenOf(String sourcedId, String name) {
        return seal(KNOWN, GIVEN_NAME, sourcedId, name);
    }

    String sealFamilyOf(String sourcedId, String name) {
        return seal(KNOWN, FAMILY_NAME, sourcedId, name);
    }

    String given(String sourcedId, String stored) {
        return open(KNOWN, GIVEN_NAME, sourcedId, stored);
    }

    String family(String sourcedId, String stored) {
        return open(KNOWN, FAMILY_NAME, sourcedId, stored);
    }

    String sealGiven(UUID delivery, SourcePerson person) {
        return seal(STAGED, GIVEN_NAME, key(delivery, person.sourcedId()), person.givenName());
    }

    String sealFamily(UUID delivery, SourcePerson person) {
        return seal(STAGED, FAMILY_NAME, key(delivery, person.sourcedId()), person.familyName());
    }

    String sealUsername(UUID delivery, SourcePerson person) {
        return seal(STAGED, "username", key(delivery, person.sourcedId()), person.username());
    }

    String given(UUID delivery, String sourcedId, String stored) {
        return open(STAGED, GIVEN_NAME, key(delivery, sourcedId), stored);
    }

    String family(UUID delivery, String sourcedId, String stored) {
        return open(STAGED, FAMILY_NAME, key(delivery, sourcedId), stored);
    }

    String username(UUID delivery, String sourcedId, String stored) {
        return open(STAGED, "username", key(delivery, sourcedId), stored);
    }

    private String seal(String table, String column, String key, String name) {
        return personal.seal(new PersonalColumn(table, column), key, name);
    }

    private String open(String table, String column, String key, String stored) {
        return personal.open(new PersonalColumn(table, column), key, stored);
    }

    private static String key(UUID delivery, String sourcedId) {
        return delivery + "/" + sourcedId;
    }
}
