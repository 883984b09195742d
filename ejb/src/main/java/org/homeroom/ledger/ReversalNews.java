package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;

/** Has people told that something was taken back, as they were told when they got it. */
@ApplicationScoped
public class ReversalNews {

    @Inject JournalRepository journal;
    @Inject Event<MoneyMoved> moved;

    /** Tells, after its success, whomever the running transaction's reversals touch. */
    public void tell() {
        UUID school = TenantContext.require();
        for (TakenBack one : journal.takenBackNow()) {
            moved.fire(
                    new MoneyMoved(
                            school,
                            one.classId(),
                            one.ownerId(),
                            one.entryId(),
                            one.kind(),
                            one.amount(),
                            one.text()));
        }
    }
}
