package org.homeroom.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Feed;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.RosterService;

/** One account: balance, entries, why, statement. For its owner and who runs its class. */
@Path("/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private static final int LARGEST = 500;

    @Inject LedgerQueryService ledger;
    @Inject RosterService roster;
    @Inject StatementPdf papers;

    @PathParam("id")
    private UUID id;

    /** Returns the account with its balance. */
    @Operation(
            does = "Returns the account with its balance.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    public AccountJson account() {
        return AccountJson.of(ledger.account(id));
    }

    /** Reads entries on from a cursor, oldest first. */
    @Operation(
            does = "Reads entries on from a cursor, oldest first.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/entries")
    public Feed<EntryJson> entries(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "limit", "Choose limit from 1 to " + LARGEST + ".");
        }
        String currency = ledger.account(id).currency();
        Feed<EntryRow> feed = ledger.entries(id, after, limit);
        List<EntryJson> rows =
                feed.rows().stream().map(row -> EntryJson.of(row, currency)).toList();
        return new Feed<>(rows, feed.next());
    }

    /** Returns the chain behind the balance, over days of the class's zone, both inclusive. */
    @Operation(
            does = "Returns the chain behind the balance.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/why")
    public WhyJson why(@QueryParam("from") String from, @QueryParam("to") String to) {
        return WhyJson.of(ledger.why(id, TimeText.day("from", from), TimeText.day("to", to)));
    }

    /** Returns the account over days of its class, both inclusive. */
    @Operation(
            does = "Returns the account over days of its class, both inclusive.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/statement")
    @Produces("application/json;qs=1")
    public StatementJson statement(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("kind") String kind) {
        return StatementJson.of(read(from, to, kind));
    }

    /** Returns the same as a table. */
    @Operation(
            does = "Returns the account over days of its class, both inclusive.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/statement")
    @Produces("text/csv;charset=UTF-8;qs=0.5")
    public Response table(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("kind") String kind) {
        return Response.ok(StatementCsv.of(read(from, to, kind)), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"")
                .build();
    }

    /** Returns the same as a table, for links: browsers cannot ask for a type. */
    @Operation(
            does = "Returns the statement as a table, for links.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/statement.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response file(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("kind") String kind) {
        return table(from, to, kind);
    }

    /** Returns the same for paper, all kinds of entries: only so does it prove itself. */
    @Operation(
            does = "Returns the account over days of its class, both inclusive.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/statement")
    @Produces("application/pdf;qs=0.4")
    public Response document(@QueryParam("from") String from, @QueryParam("to") String to) {
        return paper(from, to);
    }

    /** Returns the same for paper, for links. */
    @Operation(
            does = "Returns the statement as a PDF that proves itself.",
            by = "its owner, the class's teacher, school administrators")
    @GET
    @Path("/statement.pdf")
    @Produces("application/pdf")
    public Response paper(@QueryParam("from") String from, @QueryParam("to") String to) {
        Statement statement = read(from, to, null);
        AccountRow account = statement.account();
        String className = roster.classOf(account.classId(), account.ownerId()).name();
        byte[] document = papers.of(statement, className, ledger.seal(statement).orElse(null));
        return Response.ok(document, "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.pdf\"")
                .build();
    }

    private Statement read(String from, String to, String kind) {
        String only = kind == null || kind.isBlank() ? null : kind;
        Statement statement =
                ledger.statement(id, TimeText.day("from", from), TimeText.day("to", to), only);
        if (statement.rows().size() == LedgerQueryService.MOST_ROWS) {
            // More may be there; a part of a statement would not add up.
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "from",
                    "This statement is too long for one answer. Choose a shorter period.");
        }
        return statement;
    }
}
