package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets the holder of a link choose new proofs, once. Open to everybody: the link is the proof, made
 * by {@link PeopleService#resetLink}.
 */
@Stateless
@PermitAll
public class ResetService {

    @Inject ResetRepository resets;
    @Inject AccountService accounts;
    @Inject DeviceRepository devices;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /**
     * Returns whose link it is.
     *
     * @throws Refusal when it is good for nothing
     */
    public PersonRef owner(String secret) {
        return resets.owner(Secrets.hash(secret), clock.now())
                .flatMap(accounts::find)
                .orElseThrow(ResetService::spent);
    }

    /**
     * Replaces an adult's password.
     *
     * @throws Refusal naming {@code password}, or when the link is good for nothing
     */
    public void choosePassword(String secret, String password) {
        UUID owner = use(secret);
        accounts.replacePassword(owner, password);
        end(owner);
    }

    /**
     * Replaces a student's PIN and passphrase.
     *
     * @throws Refusal naming {@code pin} or {@code passphrase}, or when the link is good for
     *     nothing
     */
    public void chooseStudentProofs(String secret, String pin, String passphrase) {
        UUID owner = use(secret);
        accounts.setStudentProofs(owner, accounts.prove(pin, passphrase));
        end(owner);
    }

    private UUID use(String secret) {
        return resets.use(Secrets.hash(secret), clock.now()).orElseThrow(ResetService::spent);
    }

    private void end(UUID owner) {
        devices.dropOthers(owner, null);
        ended.fire(AccessEnded.here(owner));
    }

    private static Refusal spent() {
        return new Refusal(
                ErrorCode.CONFLICT,
                "This link was used or is too old. Ask your school for a new one.");
    }
}
