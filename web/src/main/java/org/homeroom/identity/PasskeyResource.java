package org.homeroom.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Json;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;

/** The caller's passkeys, and the questions that authenticators answer. */
@Path("/auth/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PasskeyResource {

    private static final String ADULTS = "everyone but students";

    @Inject PasskeyService passkeys;
    @Inject PasskeySignInService signIn;
    @Context HttpServletRequest request;

    /** What for: {@code sign_in}, or {@code register} with the caller's password. */
    public record Wanted(String purpose, @Nullable String password) {}

    /** A new passkey under a name, as the browser's {@code toJSON} writes it. */
    public record NewPasskey(String name, Map<String, Object> credential) {}

    /** What the person calls it from now on. */
    public record NewName(String name) {}

    /** The caller's password, once more. */
    public record Proof(String password) {}

    /** Asks an authenticator to make a passkey or to use one. */
    @Operation(
            does =
                    "Answers what a browser's navigator.credentials takes: for register after the"
                            + " caller's password, for sign_in for anyone.",
            by = "anyone",
            refuses = {ErrorCode.AUTHENTICATION_ERROR, ErrorCode.RATE_LIMIT_EXCEEDED})
    @POST
    @Path("/options")
    @PermitAll
    public PasskeyOptions options(Wanted wanted) {
        PasskeySite site = DoorRules.site(request);
        return switch (String.valueOf(wanted.purpose())) {
            case "sign_in" -> signIn.options(site);
            case "register" -> {
                if (CallerContext.current() == null) {
                    throw DoorRefusals.signInFirst();
                }
                yield passkeys.options(site, wanted.password());
            }
            default ->
                    throw new Refusal(
                            ErrorCode.VALIDATION_ERROR,
                            "purpose",
                            "The purpose is register or sign_in.");
        };
    }

    /** Stores a new passkey. */
    @Operation(
            does = "Stores the passkey that the caller's browser has made.",
            by = ADULTS,
            status = 201,
            answers = PasskeyRef.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response add(NewPasskey made) {
        PasskeyRef added =
                passkeys.add(DoorRules.site(request), made.name(), json(made.credential()));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    /** Lists the caller's passkeys. */
    @Operation(does = "Lists the caller's passkeys.", by = ADULTS)
    @GET
    public List<PasskeyRef> list() {
        return passkeys.list();
    }

    /** Gives a passkey another name. */
    @Operation(does = "Gives one of the caller's passkeys another name.", by = ADULTS, status = 204)
    @PATCH
    @Path("/{id}")
    public Response rename(@PathParam("id") UUID id, NewName renamed) {
        passkeys.rename(id, renamed.name());
        return Response.noContent().build();
    }

    /** Removes a passkey. */
    @Operation(
            does = "Removes one of the caller's passkeys, after the password once more.",
            by = ADULTS,
            status = 204,
            refuses = ErrorCode.RATE_LIMIT_EXCEEDED)
    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") UUID id, Proof proof) {
        passkeys.remove(id, proof.password());
        return Response.noContent().build();
    }

    /** Returns a browser's answer as the text it was. */
    static String json(Map<String, Object> credential) {
        try {
            return Json.strict().writeValueAsString(credential);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }
}
