package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.ProofRules;
import org.homeroom.identity.StudentProofs;
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
     * @throws Refusal CONFLICT when all names are taken
     */
    public Opened open(List<String> names, String displayName, StudentProofs proofs) {
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
        accounts.setStudentProofs(id, proofs);
        return new Opened(id, username);
    }

    /** Lets a pupil in whose account is open already. */
    public void enter(UUID studentId, StudentProofs proofs) {
        accounts.setStudentProofs(studentId, proofs);
    }

    /**
     * Hashes what a pupil has chosen.
     *
     * @throws Refusal VALIDATION_ERROR for PIN or passphrase
     */
    public StudentProofs proofs(String pin, String passphrase) {
        return accounts.prove(pin, passphrase(passphrase));
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
