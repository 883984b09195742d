package org.homeroom.identity;

import com.webauthn4j.data.RegistrationData;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * The caller's own passkeys (learning.md section 2, ecosystem D2). A new one opens the account, so
 * the password is asked for again. For everybody but students, as {@link TotpService}.
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
public class PasskeyService {

    private static final int LONGEST_NAME = 60;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Inject Homes homes;
    @Inject KeyRingService ring;
    @Inject PasskeyChecks checks;
    @Inject SignInService signIn;
    @Inject SchoolClock clock;

    /** Lists the caller's passkeys, the oldest first. */
    public List<PasskeyRef> list() {
        return rows(caller()).stream().map(PasskeyService::ref).toList();
    }

    /** Returns what a browser needs to make a passkey, after the caller's password once more. */
    public PasskeyOptions options(PasskeySite site, String password) {
        signIn.provePassword(password);
        Account caller = caller();
        Map<String, Object> publicKey = new LinkedHashMap<>();
        publicKey.put("challenge", PasskeyChecks.encoded(ring.challenge(caller.id())));
        publicKey.put("rp", Map.of("id", site.host(), "name", "Homeroom"));
        publicKey.put(
                "user",
                Map.of(
                        "id", BASE64.encodeToString(PasskeyChecks.handle(caller.id())),
                        "name", caller.username(),
                        "displayName", caller.displayName()));
        publicKey.put(
                "pubKeyCredParams",
                PasskeyChecks.ALGORITHMS.stream()
                        .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                        .toList());
        publicKey.put("timeout", KeyRingService.PATIENCE.toMillis());
        publicKey.put("attestation", "none");
        publicKey.put(
                "authenticatorSelection",
                Map.of(
                        "residentKey", "required",
                        "requireResidentKey", true,
                        "userVerification", "required"));
        publicKey.put(
                "excludeCredentials",
                rows(caller).stream()
                        .filter(row -> row.host().equals(site.host()))
                        .map(row -> BASE64.encodeToString(row.credentialId()))
                        .map(id -> Map.of("type", "public-key", "id", id))
                        .toList());
        return new PasskeyOptions(publicKey);
    }

    /**
     * Stores the passkey that the caller's browser has made.
     *
     * @param credential the browser's answer as JSON
     * @throws Refusal naming {@code name}, or AUTHENTICATION_ERROR when the answer is not to a
     *     question of ours
     */
    public PasskeyRef add(PasskeySite site, String name, String credential) {
        String clean = clean(name);
        Account caller = caller();
        RegistrationData data = checks.readNew(credential);
        if (!ring.take(data.getCollectedClientData().getChallenge().getValue(), caller.id())) {
            throw PasskeyChecks.late();
        }
        PasskeyRow passkey = checks.check(data, site, caller, clean, clock.now());
        return homes.at(
                caller.schoolId(),
                () -> {
                    ring.add(passkey);
                    return ref(passkey);
                });
    }

    /** Gives the caller's passkey another name. */
    public void rename(UUID id, String name) {
        Account caller = caller();
        if (rows(caller).stream().noneMatch(passkey -> passkey.id().equals(id))) {
            throw Refusal.notFound();
        }
        String clean = clean(name);
        homes.at(
                caller.schoolId(),
                () -> {
                    ring.rename(caller.id(), id, clean);
                    return null;
                });
    }

    private static String clean(String name) {
        String clean = name == null ? "" : name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "name",
                    "Give the passkey a name of up to 60 letters, such as the device it is on.");
        }
        return clean;
    }

    /** Removes the caller's passkey after the password once more. */
    public void remove(UUID id, String password) {
        signIn.provePassword(password);
        Account caller = caller();
        homes.at(
                caller.schoolId(),
                () -> {
                    ring.remove(caller.id(), id);
                    return null;
                });
    }

    private List<PasskeyRow> rows(Account caller) {
        return homes.at(caller.schoolId(), () -> ring.of(caller.id()));
    }

    private Account caller() {
        return homes.byId(CallerContext.require().accountId()).orElseThrow(ThrottleRules::gone);
    }

    private static PasskeyRef ref(PasskeyRow row) {
        return new PasskeyRef(row.id(), row.name(), row.host(), row.createdAt(), row.lastUsedAt());
    }
}
