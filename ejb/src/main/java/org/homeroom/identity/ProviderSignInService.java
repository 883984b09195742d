package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.TenantContext;

/**
 * Lets grown-ups in whom the district's identity provider vouches for. The server's own {@code
 * elytron-oidc-client} speaks with the provider, in a module of its own at {@code /sso}; a secret
 * in the browser, good once, ties what was said there to what is done here. Nobody becomes a person
 * here that way, and nobody comes in at a school that does not know them. Outside any transaction,
 * because people of the district live in its tenant.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderSignInService {

    @Inject Homes homes;
    @Inject CredentialService credentials;
    @Inject FactorService factors;
    @Inject FreshProofService proofs;
    @Inject ProviderPartService parts;

    /**
     * Sends a browser to the provider to sign in.
     *
     * @param goal the page of ours to go on to, may be null
     * @return the secret that the browser keeps until it is back
     */
    public String begin(String goal) {
        return begin(null, goal);
    }

    /**
     * Sends the caller to the provider to link their account.
     *
     * @throws ProofNeeded when the caller signed in a while ago
     */
    public String beginLink() {
        proofs.require();
        return begin(me().id(), null);
    }

    private String begin(UUID linking, String goal) {
        if (!ProviderWay.isOpen()) {
            throw Refusal.notFound();
        }
        String secret = TokenText.write(TenantContext.require(), Secrets.next());
        parts.begin(Secrets.hash(secret), linking, goal);
        return secret;
    }

    /**
     * Takes what the provider said of the browser's owner, from the module that heard it.
     *
     * @param secret the browser's, may be null
     */
    public void arrived(String secret, ProviderIdentity identity) {
        TokenText.school(secret)
                .ifPresent(
                        school ->
                                homes.at(
                                        school,
                                        () -> parts.arrive(Secrets.hash(secret), identity)));
    }

    /**
     * Ends the way of a browser that is back.
     *
     * @throws Refusal when it took too long, was here already, or never was at the provider
     */
    public ProviderVisit take(String secret) {
        return Optional.ofNullable(secret)
                .flatMap(text -> parts.take(Secrets.hash(text)))
                .orElseThrow(ProviderSignInService::late);
    }

    /**
     * Lets the person in.
     *
     * @throws Refusal with one answer for everybody who may not enter here, with {@link
     *     SecondFactorNeeded} when the account asks for a code as well
     */
    public SignedIn enter(ProviderIdentity identity) {
        UUID school = TenantContext.require();
        Optional<Account> found =
                homes.search(() -> parts.account(identity))
                        .flatMap(homes::byId)
                        .filter(account -> Permission.FACTORS.isGivenTo(account.roles()));
        if (found.isEmpty()) {
            parts.unknown(identity);
            throw new Refusal(
                    ErrorCode.AUTHENTICATION_ERROR,
                    "No open account at this school belongs to you there. Sign in with your password, or ask your school.");
        }
        Account account = found.get();
        homes.at(
                account.schoolId(),
                () -> {
                    if (factors.isOn(account.id())) {
                        throw new SecondFactorNeeded(account.id(), "provider");
                    }
                    credentials.admit(account, "provider");
                    return null;
                });
        return new SignedIn(account.inSchool(school), account.schoolId(), false);
    }

    /**
     * Links the caller's account.
     *
     * @throws Refusal when somebody else began it, or when either has another link already
     */
    public void link(ProviderVisit visit) {
        Account me = me();
        if (!me.id().equals(visit.linking())) {
            throw late();
        }
        homes.at(
                me.schoolId(),
                () -> {
                    parts.link(me.id(), visit.identity());
                    return null;
                });
    }

    /** Lists the caller's links. */
    public List<ProviderLink> links() {
        Account me = me();
        return homes.at(me.schoolId(), () -> parts.links(me.id()));
    }

    /**
     * Ends the caller's links.
     *
     * @throws ProofNeeded when the caller signed in a while ago
     */
    public void unlink() {
        proofs.require();
        Account me = me();
        homes.at(
                me.schoolId(),
                () -> {
                    parts.unlink(me.id());
                    return null;
                });
    }

    private Account me() {
        return homes.byId(CallerContext.require().accountId())
                .filter(account -> Permission.FACTORS.isGivenTo(account.roles()))
                .orElseThrow(Refusal::notFound);
    }

    private static Refusal late() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR, "This took too long, or was used. Try again.");
    }
}
