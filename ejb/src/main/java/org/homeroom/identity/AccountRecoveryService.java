package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Gives an adult who lost every way in new ones: user name, password and authenticator at once. Who
 * may is decided by the use case that asks, so these methods are open and no page calls them.
 */
@Stateless
@PermitAll
public class AccountRecoveryService {

    @Inject AccountRepository accounts;
    @Inject TotpRepository totps;
    @Inject RecoveryCodeRepository recoveryCodes;
    @Inject PasskeyRepository passkeys;
    @Inject TokenRepository tokens;
    @Inject DeviceRepository devices;
    @Inject CredentialService credentials;
    @Inject FactorKeys keys;
    @Inject ProofHashes hashes;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /**
     * Requires a user name that the person may have from now on; their own is one.
     *
     * @throws Refusal naming {@code username}
     */
    public void requireFree(UUID account, String username) {
        AccountService.requireUsername(username);
        if (accounts.byUsername(username)
                .filter(found -> !found.id().equals(account))
                .isPresent()) {
            throw new UsernameTaken();
        }
    }

    /** Draws the secret of a new authenticator and returns it sealed. */
    public byte[] draw(UUID account) {
        return keys.seal(account, TotpCodes.newSecret());
    }

    /** Returns what the person's app is shown of a sealed secret. */
    public NewTotp shown(UUID account, String username, byte[] sealedSecret) {
        return TotpService.shown(keys.open(account, sealedSecret), username);
    }

    /**
     * Replaces user name, password and authenticator when the code is one of the secret; passkeys,
     * sessions and tokens end.
     *
     * @return the new recovery codes, known only now
     * @throws Refusal naming {@code username}, {@code password} or {@code code}
     */
    public List<String> replaceProofs(
            UUID account, String username, String password, byte[] sealedSecret, String code) {
        ProofRules.requirePassword(password);
        requireFree(account, username);
        Instant now = clock.now();
        byte[] secret = keys.open(account, sealedSecret);
        OptionalLong step =
                TotpCodes.step(secret, code == null ? "" : code.replaceAll("\\s", ""), now);
        if (step.isEmpty()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "code",
                    "That is not the code of this moment. Type the one that the app shows now.");
        }
        if (!accounts.changeUsername(account, username)) {
            throw new UsernameTaken();
        }
        accounts.changePassword(account, hashes.hash(password));
        totps.remove(account);
        totps.begin(account, sealedSecret, now);
        totps.takeStep(account, step.getAsLong());
        totps.confirm(account, now);
        passkeys.removeAll(account);
        tokens.dropAccount(account);
        devices.dropOthers(account, null);
        credentials.forget(username);
        audit.record("identity.proofs.recovered", "account", account, null, null);
        ended.fire(AccessEnded.here(account));
        List<String> codes = RecoveryCode.draw();
        recoveryCodes.replace(
                account,
                codes.stream().map(one -> keys.mark(account, RecoveryCode.plain(one))).toList());
        return codes;
    }
}
