package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Description;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A teacher of one school asks every address of the interface with ids of another: the answer is
 * the one for what does not exist. The addresses come from the OpenAPI document; a new one is asked
 * as well. What other roles get stands in {@code PermissionsIT}.
 */
class ForeignSchoolIT {

    /** Closed to teachers altogether. */
    private static final String OF_STUDENTS =
            "GET .*/loan-quote|POST .*/loans|POST .*/certificates|POST .*/payoff";

    private static RiverbendThings theirs;
    private static Client ours;

    @BeforeAll
    static void meet() {
        theirs = RiverbendThings.gather();
        ours = Client.signIn("lakeside", "otieno", "demo-Teacher-1");
    }

    static List<String> operations() {
        // Claims are open to strangers and prove nothing; calendars, jobs, schools, people, rosters
        // and
        // isolation reports are closed to teachers altogether, as are requests for help and
        // reopening; devices
        // are found by person.
        return Description.get().operations().stream()
                .filter(name -> name.contains("{id}"))
                .filter(
                        name ->
                                !name.matches(
                                        "\\w+ /(calendar|claims|jobs|schools|users|invitations|auth|rosters|isolation-reports|recovery-requests|closed-periods|certificates)/.*"))
                .filter(name -> !name.matches(OF_STUDENTS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anotherSchoolsThingIsNotThere(String operation) {
        Answer found = RiverbendThings.ask(ours, operation, theirs.idFor(operation));
        Answer absent = RiverbendThings.ask(ours, operation, UUID.randomUUID().toString());

        if (!operation.equals("POST /classes/{id}/taps")) { // for students alone
            found.refused(404, "NOT_FOUND");
        }
        assertEquals(absent.plain(), found.plain());
    }
}
