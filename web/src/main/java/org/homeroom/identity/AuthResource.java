package org.homeroom.identity;

import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.tenancy.TenantContext;

/** Signs programs in and out. */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthResource {

    private static final String BEARER = "Bearer ";

    @Inject SignInService signIn;
    @Inject PasskeySignInService passkeys;
    @Inject TokenService tokens;
    @Inject SessionDoor door;
    @Context HttpServletRequest request;

    /**
     * What a client sends to sign in: a name, one proof, and a code where the account asks or,
     * beside a PIN, the passphrase or the key of a class's device where the school asks; a badge
     * and a PIN; what another school handed over; the answer of a passkey alone; or the key of a
     * class's device or a guest alone.
     */
    public record Login(
            @Nullable String username,
            @Nullable String password,
            @Nullable String pin,
            @Nullable String totp,
            @Nullable String passphrase,
            @Nullable String badge,
            @Nullable String key,
            @Nullable String handOver,
            @Nullable Map<String, Object> passkey) {}

    /** What a client sends for a new pair of tokens. */
    public record Refresh(String refreshToken) {}

    /** The person, as the answer to a sign-in names them. */
    public record Person(UUID id, String name, Set<String> roles) {}

    /** A pair of tokens. */
    public record Tokens(
            String accessToken,
            String refreshToken,
            String tokenType,
            long expiresIn,
            Person person) {}

    /** Signs in with a user name and a password or a PIN. */
    @Operation(
            does =
                    "Signs in with a user name and a password or a PIN, and with totp where the"
                            + " answer was SECOND_FACTOR_REQUIRED, or a student's passphrase or the"
                            + " key of a class's device beside the PIN; with a student's badge and PIN;"
                            + " with hand_over from another school; with a passkey alone; or with"
                            + " the key of a class's device or a guest.",
            by = "anyone",
            refuses = {
                ErrorCode.AUTHENTICATION_ERROR,
                ErrorCode.SECOND_FACTOR_REQUIRED,
                ErrorCode.RATE_LIMIT_EXCEEDED
            })
    @POST
    @Path("/login")
    @PermitAll
    public Tokens login(Login login) {
        return shown(tokens.issue(person(login), DeviceName.of(request)));
    }

    /** Exchanges a refresh token for a new pair. */
    @Operation(
            does = "Exchanges a refresh token, once, for a new pair of tokens.",
            by = "anyone",
            refuses = ErrorCode.AUTHENTICATION_ERROR)
    @POST
    @Path("/refresh")
    @PermitAll
    public Tokens refresh(Refresh refresh) {
        UUID school = TokenText.school(refresh.refreshToken()).orElseThrow(DoorRefusals::badToken);
        Visit visit = Visit.of(request);
        if (!visit.place().platform() && !school.equals(visit.place().schoolId())) {
            throw DoorRefusals.foreign();
        }
        UUID before = TenantContext.current();
        TenantContext.bind(school);
        try {
            return tokens.refresh(refresh.refreshToken())
                    .map(AuthResource::shown)
                    .orElseThrow(DoorRefusals::badToken);
        } finally {
            TenantContext.bind(before);
        }
    }

    /**
     * Ends the sign-in that the request was made with: all its tokens, or the browser's session.
     */
    @Operation(
            does = "Ends the sign-in that the request was made with.",
            by = "everyone",
            status = 204)
    @POST
    @Path("/logout")
    @Consumes(MediaType.WILDCARD)
    public Response logout(@HeaderParam("Authorization") String authorization) {
        Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .ifPresent(header -> tokens.revoke(header.substring(BEARER.length()).strip()));
        HttpSession session = request.getSession(false);
        if (session != null && Visit.of(request).csrf() != null) {
            door.end(session);
        }
        return Response.noContent().build();
    }

    private SignedIn person(Login login) {
        if (login.passkey() != null) {
            return passkeys.signIn(DoorRules.site(request), PasskeyResource.json(login.passkey()));
        }
        if (login.key() != null && login.username() == null) {
            return signIn.signInByKey(login.key());
        }
        if (login.handOver() != null) {
            return signIn.arrive(login.handOver(), login.totp());
        }
        if (login.badge() != null) {
            return signIn.signInByBadge(login.badge(), login.pin());
        }
        return signIn.signIn(
                new SignIn(
                        login.username(),
                        login.password(),
                        login.pin(),
                        login.totp(),
                        login.passphrase()),
                new StandingPlace(true, login.key(), null));
    }

    private static Tokens shown(TokenPair pair) {
        Caller caller = pair.person().caller();
        Person person = new Person(caller.accountId(), caller.displayName(), caller.roles());
        return new Tokens(
                pair.accessToken(), pair.refreshToken(), "Bearer", pair.expiresIn(), person);
    }
}
