package org.homeroom.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.NewPerson;
import org.homeroom.identity.PersonRef;
import org.homeroom.identity.SignInService;
import org.homeroom.identity.SignedIn;
import org.homeroom.identity.TokenPair;
import org.homeroom.identity.TokenService;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Makes people of a canary school and lets them in without asking for proofs, each in a transaction
 * of its own: they are at work before the job's ends. For the job; no page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CanaryPeopleService {

    private static final String DEVICE = "Isolation report";

    @Inject AccountService accounts;
    @Inject SignInService signIn;
    @Inject TokenService tokens;
    @Inject SchoolService schools;

    /** Makes a person of the school with one role and returns the id. */
    public UUID make(SchoolRef school, String role, String word) {
        return at(
                school.id(),
                () ->
                        accounts.createPerson(
                                new NewPerson(
                                        role + "." + word,
                                        "Canary " + word,
                                        // Told to nobody: they come in by token alone.
                                        "Aa1-" + UUID.randomUUID(),
                                        Set.of(role))));
    }

    /** Returns somebody of the district with the role, null when there is nobody. */
    public UUID ofDistrict(String role) {
        return at(
                schools.district().orElseThrow().id(),
                () -> accounts.anyWith(role).map(PersonRef::id).orElse(null));
    }

    /** Lets a person into the school and returns the token. */
    public TokenPair enter(SchoolRef school, UUID person) {
        return at(
                school.id(),
                () -> {
                    SignedIn known = signIn.again(person).orElseThrow();
                    return tokens.issue(known, DEVICE);
                });
    }

    /** Ends what {@link #enter} began. */
    public void leave(SchoolRef school, TokenPair token) {
        at(
                school.id(),
                () -> {
                    tokens.revoke(token.refreshToken());
                    return null;
                });
    }

    private static <T> T at(UUID school, Callable<T> work) {
        try {
            return TenantContext.callAs(school, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
