package org.homeroom.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Paging;
import org.homeroom.kernel.Slice;

/** People of the school, or of the district at its own address. */
@Path("/users")
public class PersonResource {

    private static final String ADMINISTRATORS = "administrators, for people not above them";

    @Inject PeopleService people;
    @Inject DisclosureService disclosures;
    @Inject ErasureService erasures;

    /** Lists people by name. */
    @Operation(does = "Lists people by name.", by = ADMINISTRATORS)
    @GET
    public Slice<PersonJson> list(
            @BeanParam Paging paging,
            @QueryParam("q") String text,
            @QueryParam("role") String role) {
        Slice<PersonDetail> found =
                people.list(new PeopleQuery(text, role, paging.page(), paging.perPage()));
        return new Slice<>(
                found.rows().stream().map(PersonJson::of).toList(),
                found.total(),
                found.page(),
                found.perPage());
    }

    /** Creates an adult's account. */
    @Operation(
            does = "Creates an adult's account.",
            by = ADMINISTRATORS,
            status = 201,
            versioned = true,
            answers = PersonJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response add(PersonJson.Request request) {
        PersonDetail made = people.add(request.person());
        return Response.created(URI.create("users/" + made.id()))
                .tag(new EntityTag(Long.toString(made.version())))
                .entity(PersonJson.of(made))
                .build();
    }

    /** Returns a person with the version. */
    @Operation(
            does = "Returns a person with the version.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = PersonJson.class)
    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") UUID id) {
        return answer(people.look(id));
    }

    /** Changes name or roles. */
    @Operation(
            does = "Changes name or roles; a field left out stays as it is.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = PersonJson.class,
            refuses = ErrorCode.CONFLICT)
    @PATCH
    @Path("/{id}")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            PersonJson.Change request) {
        PersonDetail before = people.find(id);
        EntityVersion.require(ifMatch, before.version());
        return answer(people.change(id, request.over(before)));
    }

    /** Closes an account. */
    @Operation(
            does = "Closes an account: the person is out within seconds.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = PersonJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/disable")
    public Response disable(@PathParam("id") UUID id) {
        return answer(people.disable(id));
    }

    /** Opens a closed account again. */
    @Operation(
            does = "Opens a closed account again.",
            by = ADMINISTRATORS,
            versioned = true,
            answers = PersonJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/enable")
    public Response enable(@PathParam("id") UUID id) {
        return answer(people.enable(id));
    }

    /** Ends every session and token of the person. */
    @Operation(
            does = "Ends every session and token of the person.",
            by = ADMINISTRATORS,
            status = 204)
    @POST
    @Path("/{id}/sign-out")
    public void signOut(@PathParam("id") UUID id) {
        people.signOut(id);
    }

    /** Makes a link with which the person chooses new proofs once. */
    @Operation(
            does = "Makes a link with which the person chooses new proofs, once, within a day.",
            by = ADMINISTRATORS,
            status = 201,
            answers = PersonJson.Reset.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/reset")
    public Response reset(@PathParam("id") UUID id) {
        ProofLink link = people.resetLink(id);
        return Response.status(Response.Status.CREATED)
                .entity(new PersonJson.Reset(link.secret(), link.expiresAt()))
                .build();
    }

    /** Deletes an account. */
    @Operation(
            does =
                    "Deletes an account after the word DELETE, and answers what went with it and what"
                            + " had to stay.",
            by = ADMINISTRATORS,
            refuses = {ErrorCode.CONFLICT, ErrorCode.PROOF_REQUIRED})
    @DELETE
    @Path("/{id}")
    public ReceiptJson erase(@PathParam("id") UUID id, Word word) {
        return ReceiptJson.of(erasures.erase(id, word.word()));
    }

    /** Returns the receipt of a deleted account. */
    @Operation(does = "Returns the receipt of a deleted account.", by = ADMINISTRATORS)
    @GET
    @Path("/{id}/receipt")
    public ReceiptJson receipt(@PathParam("id") UUID id) {
        return ReceiptJson.read(erasures.receipt(id));
    }

    /** The word DELETE, typed by whoever means it. */
    public record Word(String word) {}

    /** Lists who has seen a student's record. */
    @Operation(
            does =
                    "Lists who looked at a student's record or took it out of the house, the newest"
                            + " first, at most a hundred.",
            by = ADMINISTRATORS)
    @GET
    @Path("/{id}/disclosures")
    public List<DisclosureJson> disclosures(@PathParam("id") UUID id) {
        return disclosures.of(people.find(id).id()).stream().map(DisclosureJson::of).toList();
    }

    /** Takes the second factor away. */
    @Operation(
            does =
                    "Takes the authenticator away from somebody who lost it, and signs them out"
                            + " everywhere.",
            by = ADMINISTRATORS,
            status = 204,
            refuses = {ErrorCode.CONFLICT, ErrorCode.PROOF_REQUIRED})
    @DELETE
    @Path("/{id}/totp")
    public void resetFactor(@PathParam("id") UUID id) {
        people.resetFactor(id);
    }

    private static Response answer(PersonDetail person) {
        return EntityVersion.ok(PersonJson.of(person), person.version());
    }
}
