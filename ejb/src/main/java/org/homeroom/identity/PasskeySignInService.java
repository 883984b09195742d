package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;

/**
 * Lets people in with a passkey. It stands for password and code together: the authenticator holds
 * the key and has verified the person. There is nothing to guess, so nothing is throttled. Open to
 * everybody.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeySignInService {

    @Inject Homes homes;
    @Inject CredentialService credentials;
    @Inject KeyRingService ring;
    @Inject PasskeyChecks checks;

    /** Returns what a browser needs to use a passkey; it tells nobody who has one. */
    public PasskeyOptions options(PasskeySite site) {
        Map<String, Object> publicKey = new LinkedHashMap<>();
        publicKey.put("challenge", PasskeyChecks.encoded(ring.challenge(null)));
        publicKey.put("rpId", site.host());
        publicKey.put("timeout", KeyRingService.PATIENCE.toMillis());
        publicKey.put("userVerification", "required");
        return new PasskeyOptions(publicKey);
    }

    /**
     * Lets the owner of the passkey in.
     *
     * @param credential the browser's answer as JSON
     * @throws org.homeroom.kernel.Refusal with one answer for whatever is wrong
     */
    public SignedIn signIn(PasskeySite site, String credential) {
        UUID school = TenantContext.require();
        PasskeyChecks.Presented presented = checks.read(credential);
        if (!ring.take(presented.challenge(), null)) {
            throw PasskeyChecks.late();
        }
        PasskeyRow passkey =
                homes.search(() -> ring.byCredentialId(presented.credentialId()))
                        .filter(found -> found.host().equals(site.host()))
                        .filter(found -> presented.isOf(found.accountId()))
                        .orElseThrow(PasskeyChecks::unknown);
        Account owner = homes.byId(passkey.accountId()).orElseThrow(PasskeyChecks::unknown);
        homes.at(
                passkey.schoolId(),
                () -> {
                    use(presented, site, passkey);
                    credentials.admit(owner, "passkey");
                    return null;
                });
        return new SignedIn(owner.inSchool(school), passkey.schoolId());
    }

    private void use(PasskeyChecks.Presented presented, PasskeySite site, PasskeyRow passkey) {
        try {
            if (!ring.use(passkey, checks.check(presented, site, passkey))) {
                throw new CopiedPasskey();
            }
        } catch (CopiedPasskey copied) {
            ring.suspect(passkey);
            throw copied;
        }
    }
}
