package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.AccountErased;

/** Says that journal entries stay when a person goes. */
@ApplicationScoped
public class LedgerErasure {

    @Inject LedgerAccountRepository accounts;

    void erase(@Observes AccountErased erased) {
        erased.receipt()
                .stayed(
                        "journal entries",
                        accounts.countEntries(erased.accountId()),
                        "the books must balance; they name the account's id alone");
    }
}
