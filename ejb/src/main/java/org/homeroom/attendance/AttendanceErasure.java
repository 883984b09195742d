package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.AccountErased;

/** Says that taps stay when a person goes. */
@ApplicationScoped
public class AttendanceErasure {

    @Inject TapRepository taps;

    void erase(@Observes AccountErased erased) {
        erased.receipt()
                .stayed(
                        "taps",
                        taps.count(erased.accountId()),
                        "pay rests on them; they name the account's id alone");
    }
}
