package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.roster.ClassClosed;

/** Says that the journal stays when a class is closed: it is append-only. */
@ApplicationScoped
public class ClosedBooks {

    @Inject LedgerAccountRepository accounts;

    void close(@Observes ClassClosed closed) {
        closed.receipt()
                .stayed(
                        "journal entries",
                        accounts.countEntriesOfBook(closed.classId()),
                        "the journal is append-only; the class is closed, not deleted, so that"
                                + " every balance stays provable");
    }
}
