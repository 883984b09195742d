package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Authenticators and recovery codes of the bound school, for identity's own services. Each call is
 * a transaction of its own, as in {@link CredentialService}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactorService {

    private static final String SUBJECT = "account";

    @Inject TotpRepository totps;
    @Inject RecoveryCodeRepository recoveryCodes;
    @Inject FactorKeys keys;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Returns how the person's second factor stands. */
    public TotpState state(UUID account) {
        boolean enabled = isOn(account);
        return new TotpState(enabled, enabled ? recoveryCodes.left(account) : 0);
    }

    /** Tells whether the person's password needs a code beside it. */
    public boolean isOn(UUID account) {
        return totps.of(account).filter(TotpRow::confirmed).isPresent();
    }

    /** Draws a secret that guards nothing yet; refused while there is a confirmed one. */
    public byte[] begin(UUID account) {
        byte[] secret = TotpCodes.newSecret();
        if (!totps.begin(account, keys.seal(account, secret), clock.now())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "You have an authenticator already. Remove it before you set up another.");
        }
        audit.record("identity.totp.begun", SUBJECT, account, null, null);
        return secret;
    }

    /** Returns the secret that waits for its first code; empty when none does. */
    public Optional<byte[]> begun(UUID account) {
        return totps.of(account)
                .filter(found -> !found.confirmed())
                .map(found -> keys.open(account, found.sealedSecret()));
    }

    /**
     * Lets the begun secret guard the account when the code is one of it.
     *
     * @return the recovery codes, known only now; empty when the code is wrong
     */
    public List<String> confirm(UUID account, String code) {
        Optional<TotpRow> begun = totps.of(account).filter(found -> !found.confirmed());
        if (begun.isEmpty() || !takeStep(begun.get(), code)) {
            return List.of();
        }
        totps.confirm(account, clock.now());
        audit.record("identity.totp.confirmed", SUBJECT, account, null, Map.of("totp", true));
        return drawRecoveryCodes(account);
    }

    /**
     * Takes a code of the authenticator or a recovery code; each is taken once.
     *
     * @return false when it is wrong, late or was taken before
     */
    public boolean take(UUID account, String code) {
        String recovery = RecoveryCode.plain(code);
        if (recovery != null) {
            return takeRecoveryCode(account, recovery);
        }
        return totps.of(account).filter(TotpRow::confirmed).stream()
                .anyMatch(totp -> takeStep(totp, code));
    }

    /** Replaces the recovery codes and returns the new ones; the only time they are known. */
    public List<String> renewRecoveryCodes(UUID account) {
        if (!isOn(account)) {
            throw Refusal.notFound();
        }
        audit.record("identity.recovery_codes.renewed", SUBJECT, account, null, null);
        return drawRecoveryCodes(account);
    }

    /** Removes authenticator and recovery codes. */
    public void remove(UUID account) {
        if (!totps.remove(account)) {
            throw Refusal.notFound();
        }
        recoveryCodes.replace(account, List.of());
        audit.record("identity.totp.removed", SUBJECT, account, Map.of("totp", true), null);
    }

    /** Takes the second factor away from somebody who lost it; false when there was none. */
    public boolean reset(UUID account) {
        boolean had = totps.remove(account);
        if (had) {
            recoveryCodes.replace(account, List.of());
            audit.record("identity.totp.reset", SUBJECT, account, Map.of("totp", true), null);
        }
        return had;
    }

    private boolean takeStep(TotpRow totp, String code) {
        byte[] secret = keys.open(totp.accountId(), totp.sealedSecret());
        OptionalLong step = TotpCodes.step(secret, code.replaceAll("\\s", ""), clock.now());
        if (step.isEmpty()) {
            return false;
        }
        boolean taken = totps.takeStep(totp.accountId(), step.getAsLong());
        if (!taken) {
            audit.record("identity.totp.replayed", SUBJECT, totp.accountId(), null, null);
        }
        return taken;
    }

    private boolean takeRecoveryCode(UUID account, String code) {
        boolean taken =
                keys.marks(account, code).stream()
                        .anyMatch(mark -> recoveryCodes.take(account, mark, clock.now()));
        if (taken) {
            Map<String, Integer> left = Map.of("left", recoveryCodes.left(account));
            audit.record("identity.recovery_code.used", SUBJECT, account, null, left);
        }
        return taken;
    }

    private List<String> drawRecoveryCodes(UUID account) {
        List<String> codes = RecoveryCode.draw();
        recoveryCodes.replace(
                account,
                codes.stream().map(code -> keys.mark(account, RecoveryCode.plain(code))).toList());
        return codes;
    }
}
