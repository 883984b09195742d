package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * Bearer tokens of the bound school: opaque, stored as hashes, revocable at once. Open to
 * everybody, since the token itself is the proof.
 */
@Stateless
@PermitAll
public class TokenService {

    /** How long an access token is good (learning.md section 2). */
    public static final Duration ACCESS = Duration.ofMinutes(30);

    /** How long a refresh token is good when nobody uses it. */
    public static final Duration REFRESH = Duration.ofDays(30);

    @Inject TokenRepository tokens;
    @Inject DeviceService devices;
    @Inject CredentialService credentials;
    @Inject SignInService signIn;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;
    @Inject AuditService audit;

    /**
     * Starts a new family for somebody who has just signed in.
     *
     * @param device what the person will recognise the sign-in by
     */
    public TokenPair issue(SignedIn person, String device) {
        tokens.dropExpired(clock.now());
        return issue(person, devices.beginProgram(person, device));
    }

    /** Returns the person of an access token; empty when it is unknown, expired or revoked. */
    // One short transaction after the other: nested ones would hold two connections for each
    // request.
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Bearer> resolve(String accessToken) {
        return credentials.token(accessToken).filter(this::isGood).flatMap(this::bearer);
    }

    private boolean isGood(CredentialService.Held held) {
        return held.token().kind().equals("access")
                && held.token().expiresAt().isAfter(clock.now());
    }

    private Optional<Bearer> bearer(CredentialService.Held held) {
        Optional<SignedIn> person =
                held.account() == null
                        ? signIn.again(held.token().accountId())
                        : signIn.here(held.account());
        return person.map(known -> new Bearer(known, held.token().familyId()));
    }

    /**
     * Exchanges a refresh token for a new pair. One that was exchanged before is in two hands, so
     * the whole family ends.
     *
     * @return empty when the token is good for nothing; the person must sign in again
     */
    public Optional<TokenPair> refresh(String refreshToken) {
        Instant now = clock.now();
        Optional<Token> found =
                tokens.lock(Secrets.hash(refreshToken))
                        .filter(token -> token.kind().equals("refresh"));
        if (found.isPresent() && found.get().used()) {
            tokens.dropFamily(found.get().familyId());
            devices.forget(found.get().familyId());
            ended.fire(AccessEnded.here(found.get().accountId()));
            audit.record("identity.token.reused", "account", found.get().accountId(), null, null);
            return Optional.empty();
        }
        Optional<Token> good = found.filter(token -> token.expiresAt().isAfter(now));
        Optional<SignedIn> person = good.flatMap(token -> signIn.again(token.accountId()));
        good.ifPresent(token -> tokens.exchange(token, now));
        good.ifPresent(token -> devices.touch(token.familyId()));
        return person.map(known -> issue(known, good.get().familyId()));
    }

    /**
     * Ends the family of the token, whichever of its tokens this is; an unknown one changes
     * nothing.
     */
    public void revoke(String token) {
        tokens.find(Secrets.hash(token))
                .ifPresent(
                        known -> {
                            tokens.dropFamily(known.familyId());
                            devices.forget(known.familyId());
                            ended.fire(AccessEnded.here(known.accountId()));
                            audit.record(
                                    "identity.signed_out",
                                    "account",
                                    known.accountId(),
                                    null,
                                    null);
                        });
    }

    private TokenPair issue(SignedIn person, UUID family) {
        String access = add(person, family, "access", ACCESS);
        String refresh = add(person, family, "refresh", REFRESH);
        return new TokenPair(access, refresh, ACCESS.toSeconds(), person);
    }

    private String add(SignedIn person, UUID family, String kind, Duration life) {
        String text = TokenText.write(TenantContext.require(), Secrets.next());
        UUID account = person.caller().accountId();
        Instant end = clock.now().plus(life);
        Token token =
                new Token(Ids.next(), kind, family, account, person.homeSchoolId(), end, false);
        tokens.add(token, Secrets.hash(text));
        return text;
    }
}
