package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Paging;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;

/** Invitations of adults to the school, or to the district at its own address. */
@Path("/invitations")
public class InvitationResource {

    private static final String ADMINISTRATORS = "administrators, for roles not above their own";

    @Inject InvitationService invitations;
    @Inject InvitationListService lists;
    @Inject SchoolClock clock;

    /** Lists the newest first. */
    @Operation(does = "Lists invitations, the newest first.", by = ADMINISTRATORS)
    @GET
    public Slice<InvitationJson> list(@BeanParam Paging paging) {
        Slice<Invitation> found = invitations.list(paging.page(), paging.perPage());
        return new Slice<>(
                found.rows().stream()
                        .map(one -> InvitationJson.of(one, clock.now(), null))
                        .toList(),
                found.total(),
                found.page(),
                found.perPage());
    }

    /** Counts them. */
    @Operation(does = "Counts what became of the invitations.", by = "administrators")
    @GET
    @Path("/stats")
    public InvitationJson.Stats stats() {
        return InvitationJson.Stats.of(invitations.stats());
    }

    /** Says no. */
    @Operation(
            does = "Declines the invitation of a link, which is good for nothing then.",
            by = "anyone who holds the link",
            status = 204,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{token}/decline")
    @PermitAll
    public void decline(@PathParam("token") String token) {
        invitations.decline(token);
    }

    /** Invites somebody. */
    @Operation(
            does = "Invites somebody; the answer alone has the token of the link.",
            by = ADMINISTRATORS,
            status = 201,
            answers = InvitationJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    public Response invite(InvitationJson.Request request) {
        return made(invitations.invite(request.person()));
    }

    /** Invites a list of people. */
    @Operation(
            does =
                    "Invites everybody of a list, one a line (address, role, name); tells of each line what became of it.",
            by = ADMINISTRATORS)
    @POST
    @Path("/list")
    public List<InvitationJson.Line> inviteAll(InvitationJson.ListRequest request) {
        return lists.invite(request.list(), request.role(), request.message()).stream()
                .map(line -> InvitationJson.Line.of(line, clock.now()))
                .toList();
    }

    /** Invites the people of a CSV file. */
    @Operation(
            does =
                    "Invites everybody of a list, one a line (address, role, name); tells of each line what became of it.",
            by = ADMINISTRATORS)
    @POST
    @Path("/list")
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    public List<InvitationJson.Line> inviteFile(
            @QueryParam("usual_role") String usualRole, InputStream body) throws IOException {
        byte[] content = body.readNBytes(InvitationListService.LARGEST_FILE + 1);
        return lists.inviteFile(content, usualRole).stream()
                .map(line -> InvitationJson.Line.of(line, clock.now()))
                .toList();
    }

    /** Makes a new link in place of the old one. */
    @Operation(
            does = "Makes a new link in place of the old one, with seven days of its own.",
            by = ADMINISTRATORS,
            status = 201,
            answers = InvitationJson.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{id}/resend")
    public Response renew(@PathParam("id") UUID id) {
        return made(invitations.renew(id));
    }

    /** Takes an invitation back. */
    @Operation(
            does = "Takes an invitation back.",
            by = ADMINISTRATORS,
            status = 204,
            refuses = ErrorCode.CONFLICT)
    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") UUID id) {
        invitations.revoke(id);
    }

    /** Creates the account that the holder of the link chose. */
    @Operation(
            does = "Creates the account that the holder of the link chose; good once.",
            by = "anyone who holds the link",
            status = 201,
            answers = InvitationJson.Joined.class,
            refuses = ErrorCode.CONFLICT)
    @POST
    @Path("/{token}/accept")
    @PermitAll
    public Response accept(@PathParam("token") String token, InvitationJson.Acceptance acceptance) {
        PersonRef person = invitations.accept(token, acceptance.choice());
        return Response.status(Response.Status.CREATED)
                .entity(
                        new InvitationJson.Joined(
                                person.id(),
                                person.username(),
                                person.displayName(),
                                person.roles()))
                .build();
    }

    private Response made(NewInvitation made) {
        return Response.status(Response.Status.CREATED)
                .entity(InvitationJson.of(made.invitation(), clock.now(), made.secret()))
                .build();
    }
}
