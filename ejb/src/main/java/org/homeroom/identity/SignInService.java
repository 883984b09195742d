package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Lets people in, and has those who are in prove themselves again before they act. Open to
 * everybody. Works outside any transaction, because a hash takes as long as a hundred queries.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    @Inject Homes homes;
    @Inject CredentialService credentials;
    @Inject ProofHashes hashes;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;

    /**
     * Checks name and proof in the bound school, then in the district.
     *
     * @throws org.homeroom.kernel.Refusal with one answer for an unknown name and a wrong proof,
     *     and with {@link org.homeroom.kernel.Wait} while the name rests
     */
    public SignedIn signIn(SignIn command) {
        UUID school = TenantContext.require();
        Optional<Account> account = homes.byUsername(command.username());
        String stored =
                account.map(found -> command.byPin() ? found.pinHash() : found.passwordHash())
                        .orElse(null);
        UUID home = account.map(Account::schoolId).orElse(school);
        Attempts after =
                homes.at(
                        home,
                        () ->
                                attempt(
                                        command.username(),
                                        command.proof(),
                                        stored,
                                        command.byPin()));
        if (after.failed() > 0) {
            throw ThrottleRules.wrong(after.failed(), command.byPin());
        }
        return new SignedIn(account.orElseThrow().inSchool(school), home);
    }

    /** Requires the calling student's PIN; a wrong one is 403 and counts like one at the door. */
    public void provePin(String pin) {
        Account account = caller();
        prove("pin", pin, account.pinHash(), account);
    }

    /** Requires the calling student's passphrase, likewise. */
    public void provePassphrase(String passphrase) {
        Account account = caller();
        prove(
                "passphrase",
                passphrase == null ? null : passphrase.strip(),
                account.passphraseHash(),
                account);
    }

    /** Requires the caller's password, likewise. */
    public void provePassword(String password) {
        Account account = caller();
        prove("password", password, account.passwordHash(), account);
    }

    /**
     * Returns the person as they are now, or empty when they may no longer enter the bound school.
     */
    public Optional<SignedIn> again(UUID accountId) {
        UUID school = TenantContext.require();
        return homes.byId(accountId)
                .map(account -> new SignedIn(account.inSchool(school), account.schoolId()));
    }

    private Account caller() {
        return homes.byId(CallerContext.require().accountId()).orElseThrow(ThrottleRules::gone);
    }

    private void prove(String field, String proof, String stored, Account account) {
        String given = proof == null ? "" : proof;
        Attempts after =
                homes.at(
                        account.schoolId(),
                        () ->
                                attempt(
                                        account.username(),
                                        given,
                                        stored,
                                        !field.equals("password")));
        if (after.failed() > 0) {
            throw ThrottleRules.wrongAgain(field, after.failed());
        }
    }

    // Returns how the name fares afterwards: no failures means that the proof was right.
    private Attempts attempt(String username, String proof, String stored, boolean student) {
        Attempts before = credentials.attempts(username);
        Instant now = clock.now();
        if (before.rests(now)) {
            throw ThrottleRules.resting(before.restingUntil(), now, zone(), student);
        }
        if (!hashes.matches(proof, stored)) {
            return credentials.failed(username);
        }
        if (before.failed() > 0) {
            credentials.forget(username);
        }
        return Attempts.NONE;
    }

    private ZoneId zone() {
        return schools.byId(TenantContext.require()).map(SchoolRef::zone).orElse(ZoneOffset.UTC);
    }
}
