package org.homeroom.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;

/**
 * Checks what authenticators sign: challenge, origin, host, signature, counter, and that the
 * authenticator has verified the person by finger, face or PIN. Which make it is does not matter,
 * so no attestation is asked for.
 */
@ApplicationScoped
public class PasskeyChecks {

    /** What we take, best first: every authenticator in use knows one of them. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.RS256);

    private static final int LONGEST = 20_000;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials =
            new AttestedCredentialDataConverter(converter);

    /** What an authenticator answered, before anything of it is believed. */
    record Presented(AuthenticationData data) {

        byte[] challenge() {
            return data.getCollectedClientData().getChallenge().getValue();
        }

        byte[] credentialId() {
            return data.getCredentialId();
        }

        /** Tells whether it names that person as its owner; those that are found by id need not. */
        boolean isOf(UUID accountId) {
            return data.getUserHandle() == null
                    || ByteBuffer.wrap(data.getUserHandle())
                            .equals(ByteBuffer.wrap(handle(accountId)));
        }
    }

    /** Returns the person as authenticators know them. */
    static byte[] handle(UUID accountId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array();
    }

    /** Reads a new passkey; nothing of it is believed yet. */
    RegistrationData readNew(String json) {
        return believed(() -> manager.parseRegistrationResponseJSON(shortEnough(json)));
    }

    /** Reads an answer to a sign-in; nothing of it is believed yet. */
    Presented read(String json) {
        return believed(
                () -> new Presented(manager.parseAuthenticationResponseJSON(shortEnough(json))));
    }

    /**
     * Checks a new passkey whose challenge was taken.
     *
     * @throws Refusal when it was made for another site, or without verifying the person
     */
    PasskeyRow check(
            RegistrationData data, PasskeySite site, Account owner, String name, Instant now) {
        List<PublicKeyCredentialParameters> taken =
                ALGORITHMS.stream()
                        .map(
                                algorithm ->
                                        new PublicKeyCredentialParameters(
                                                PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                        .toList();
        ServerProperty server = server(site, data.getCollectedClientData());
        RegistrationData checked =
                believed(
                        () ->
                                manager.verify(
                                        data,
                                        new RegistrationParameters(server, taken, true, true)));
        AuthenticatorData<?> authenticator =
                Objects.requireNonNull(checked.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData credential =
                Objects.requireNonNull(authenticator.getAttestedCredentialData());
        return new PasskeyRow(
                owner.schoolId(),
                Ids.next(),
                owner.id(),
                credential.getCredentialId(),
                site.host(),
                credentials.convert(credential),
                authenticator.getSignCount(),
                name,
                now,
                null);
    }

    /**
     * Checks an answer against the passkey it names, its challenge having been taken.
     *
     * @return how often the passkey has signed by now
     * @throws CopiedPasskey when its counter did not go up
     * @throws Refusal when anything else is wrong
     */
    long check(Presented presented, PasskeySite site, PasskeyRow known) {
        CredentialRecord record =
                new CredentialRecordImpl(
                        new NoneAttestationStatement(),
                        true,
                        null,
                        null,
                        known.signCount(),
                        credentials.convert(known.credential()),
                        null,
                        null,
                        null,
                        null);
        ServerProperty server = server(site, presented.data().getCollectedClientData());
        AuthenticationData checked =
                believed(
                        () ->
                                manager.verify(
                                        presented.data(),
                                        new AuthenticationParameters(
                                                server, record, null, true, true)));
        return Objects.requireNonNull(checked.getAuthenticatorData()).getSignCount();
    }

    /** Returns a challenge as browsers take it. */
    static String encoded(String challenge) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(challenge.getBytes(StandardCharsets.US_ASCII));
    }

    /** The answer to a challenge that was taken before, or that nobody drew. */
    static Refusal late() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR, "That took too long. Use your passkey again.");
    }

    /** The one answer to whatever is no passkey of ours. */
    static Refusal unknown() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "That passkey opens nothing here. Use another, or your password.");
    }

    // The challenge in it was looked up and taken before, so it is the expected one.
    private static ServerProperty server(PasskeySite site, CollectedClientData client) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(client.getChallenge())
                .build();
    }

    private static String shortEnough(String json) {
        if (json == null || json.length() > LONGEST) {
            throw unknown();
        }
        return json;
    }

    private static <T> T believed(Supplier<T> check) {
        try {
            return Objects.requireNonNull(check.get());
        } catch (MaliciousCounterValueException e) {
            throw new CopiedPasskey();
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            throw unknown();
        }
    }
}
