package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Passkeys and challenges of the bound school, for identity's own services. Each call is a
 * transaction of its own, as in {@link CredentialService}: a challenge stays taken whatever comes
 * of it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyRingService {

    /** How long an authenticator has to answer. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int MOST = 10;
    private static final String SUBJECT = "passkey";

    @Inject PasskeyRepository passkeys;
    @Inject ChallengeRepository challenges;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /**
     * Draws a challenge.
     *
     * @param account who registers with it, null for a sign-in
     */
    public String challenge(UUID account) {
        Instant now = clock.now();
        String challenge = Secrets.next();
        challenges.add(Secrets.hash(challenge), account, now.plus(PATIENCE), now);
        return challenge;
    }

    /**
     * Takes a challenge as it comes back.
     *
     * @return false when it is unknown, over, taken before or was drawn for somebody else
     */
    public boolean take(byte[] challenge, UUID account) {
        String text = new String(challenge, StandardCharsets.US_ASCII);
        return challenges.take(Secrets.hash(text), account, clock.now());
    }

    /** Lists the person's passkeys. */
    public List<PasskeyRow> of(UUID account) {
        return passkeys.of(account);
    }

    /** Finds a passkey by the id that its authenticator gave it. */
    public Optional<PasskeyRow> byCredentialId(byte[] id) {
        return passkeys.byCredentialId(id);
    }

    /** Stores a new passkey. */
    public void add(PasskeyRow passkey) {
        if (passkeys.of(passkey.accountId()).size() >= MOST) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "You have " + MOST + " passkeys. Remove one first.");
        }
        if (!passkeys.add(passkey)) {
            throw new Refusal(ErrorCode.CONFLICT, "That passkey is here already.");
        }
        Map<String, String> after = Map.of("name", passkey.name(), "host", passkey.host());
        audit.record("identity.passkey.added", SUBJECT, passkey.id(), null, after);
    }

    /** Notes a use; false when the counter had not gone up, because another use was faster. */
    public boolean use(PasskeyRow passkey, long signCount) {
        return passkeys.use(passkey.id(), signCount, clock.now());
    }

    /** Notes that a passkey seems to be in two hands. */
    public void suspect(PasskeyRow passkey) {
        audit.record("identity.passkey.copied", SUBJECT, passkey.id(), null, null);
    }

    /** Gives the person's passkey another name. */
    public void rename(UUID account, UUID id, String name) {
        String before =
                passkeys.of(account).stream()
                        .filter(passkey -> passkey.id().equals(id))
                        .map(PasskeyRow::name)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        passkeys.rename(account, id, name);
        audit.record(
                "identity.passkey.renamed",
                SUBJECT,
                id,
                Map.of("name", before),
                Map.of("name", name));
    }

    /** Removes the person's passkey. */
    public void remove(UUID account, UUID id) {
        if (!passkeys.remove(account, id)) {
            throw Refusal.notFound();
        }
        audit.record("identity.passkey.removed", SUBJECT, id, null, null);
    }
}
