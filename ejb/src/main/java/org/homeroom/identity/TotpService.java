package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * The caller's own second factor (learning.md section 2). For those who sign in with a password;
 * students have their PIN. Works in the tenant that the account lives in, outside the school's
 * transaction.
 */
@Stateless
@RolesAllowed({
    Roles.TEACHER,
    Roles.PARENT,
    Roles.STAFF,
    Roles.PARTNER,
    Roles.SCHOOL_ADMIN,
    Roles.DISTRICT_ADMIN,
    Roles.PLATFORM_ADMIN,
    Roles.OPERATOR
})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TotpService {

    private static final String ISSUER = "Homeroom";

    @Inject Homes homes;
    @Inject FactorService factors;
    @Inject SignInService signIn;
    @Inject FreshProofService proof;

    /** Returns how the caller's second factor stands. */
    public TotpState state() {
        return atHome(factors::state);
    }

    /**
     * Draws a secret for the caller's app; it guards nothing before {@link #confirm}.
     *
     * @throws Refusal CONFLICT while the caller has an authenticator
     * @throws ProofNeeded when the caller signed in a while ago
     */
    public NewTotp enroll() {
        proof.require();
        return shown(atHome(factors::begin), caller().username());
    }

    /** Returns the secret that waits for its first code once more; empty when none does. */
    public Optional<NewTotp> enrolling() {
        return atHome(factors::begun).map(secret -> shown(secret, caller().username()));
    }

    /**
     * Turns the second factor on with a first code of it.
     *
     * @return the recovery codes, known only now
     * @throws Refusal naming {@code code} when it is none of the secret
     */
    public List<String> confirm(String code) {
        List<String> codes = atHome(account -> factors.confirm(account, code == null ? "" : code));
        if (codes.isEmpty()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "code",
                    "That is not the code of this moment. Type the one that the app shows now.");
        }
        return codes;
    }

    /** Replaces the recovery codes after the caller has proved the password again. */
    public List<String> renewRecoveryCodes(String password) {
        signIn.provePassword(password);
        return atHome(factors::renewRecoveryCodes);
    }

    /** Turns the second factor off after the caller has proved the password again. */
    public void remove(String password) {
        signIn.provePassword(password);
        atHome(
                account -> {
                    factors.remove(account);
                    return null;
                });
    }

    private <T> T atHome(Function<UUID, T> work) {
        Account account = caller();
        return homes.at(account.schoolId(), () -> work.apply(account.id()));
    }

    /** Returns what an app is shown of a secret. */
    static NewTotp shown(byte[] secret, String username) {
        String text = TotpCodes.base32(secret);
        String label = ISSUER + ":" + username;
        String uri =
                "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                        .formatted(encode(label), text, ISSUER);
        return new NewTotp(text, uri);
    }

    private Account caller() {
        return homes.byId(CallerContext.require().accountId()).orElseThrow(ThrottleRules::gone);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
