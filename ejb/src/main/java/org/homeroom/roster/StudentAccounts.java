package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.ProofRules;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Opens the account of a pupil who takes a first seat. */
@ApplicationScoped
public class StudentAccounts {

    private static final int LEAST_WORDS = 3;
    private static final int LEAST_CHARACTERS = 12;

    @Inject AccountService accounts;

    /** A new account and its user name. */
    record Opened(UUID id, String username) {}

    /**
     * Opens an account under the first free name.
     *
     * @throws Refusal CONFLICT when all names are taken, VALIDATION_ERROR for PIN or passphrase
     */
    public Opened open(List<String> names, String displayName, String pin, String passphrase) {
        ProofRules.requirePin(pin);
        String phrase = passphrase(passphrase);
        String username =
                names.stream()
                        .filter(name -> !accounts.isTaken(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.CONFLICT,
                                                "word",
                                                "Choose another word."));
        UUID id = accounts.createStudent(username, displayName);
        accounts.setStudentProofs(id, pin, phrase);
        return new Opened(id, username);
    }

    /**
     * Returns the passphrase with single spaces; refuses less than three words or 12 characters.
     */
    static String passphrase(String typed) {
        String phrase = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
        if (phrase.split(" ").length < LEAST_WORDS && phrase.length() < LEAST_CHARACTERS) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "passphrase",
                    "Use three words or more, such as: blue kite seven.");
        }
        ProofRules.requirePassphrase(phrase);
        return phrase;
    }
}
