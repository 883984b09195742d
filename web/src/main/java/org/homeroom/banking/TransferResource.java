package org.homeroom.banking;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeroom.kernel.Idempotent;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Operation;
import org.homeroom.ledger.LedgerQueryService;

/** A student moves own money. */
@Path("/transfers")
public class TransferResource {

    @Inject TransferService transfers;
    @Inject LedgerQueryService ledger;

    /** Moves it; the passphrase is asked for each time. */
    @Operation(
            does =
                    "Moves money between own accounts of a class, or to another student where the teacher"
                            + " allows it.",
            by = "the owner of the account, with the passphrase",
            status = 201,
            answers = TransferResource.TransferJson.class)
    @POST
    @Idempotent
    public Response send(Request request) {
        UUID act = Ids.next();
        String currency =
                request.fromAccountId() == null
                        ? null
                        : ledger.account(request.fromAccountId()).currency();
        long minor = currency == null ? 0 : MoneyText.minor("amount", request.amount(), currency);
        TransferOutcome booked =
                transfers.send(
                        act,
                        request.fromAccountId(),
                        request.toAccountId(),
                        minor,
                        request.passphrase());
        return Response.status(Response.Status.CREATED)
                .entity(
                        new TransferJson(
                                booked.entryId(),
                                MoneyJson.of(minor, currency),
                                MoneyJson.of(booked.balanceAfter(), currency)))
                .build();
    }

    /** Which money, where to, and the proof that it is the owner. */
    public record Request(
            UUID fromAccountId, UUID toAccountId, MoneyJson amount, @Nullable String passphrase) {}

    /** The entry, and what the sending account holds after it. */
    public record TransferJson(UUID entryId, MoneyJson amount, MoneyJson balanceAfter) {}
}
