package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.homeroom.identity.AccountErased;
import org.homeroom.kernel.SchoolClock;

/** Takes a deleted person's name off seats and rosters, and the person out of families. */
@ApplicationScoped
public class RosterErasure {

    @Inject ErasedPupilRepository pupils;
    @Inject GuardianRepository guardians;
    @Inject RecoveryRepository recoveries;
    @Inject SchoolClock clock;

    void erase(@Observes AccountErased erased) {
        Instant now = clock.now();
        erased.receipt().went("names on class lists", pupils.blankSeats(erased.accountId(), now));
        int listed = pupils.blankSource(erased.accountId(), now);
        erased.receipt().went("names from the roster system", listed);
        int ties = guardians.unlinkAll(erased.accountId());
        int codes = guardians.deleteCodes(erased.accountId());
        erased.receipt().went("ties to families", ties + codes);
        erased.receipt().went("requests to recover", recoveries.erase(erased.accountId()));
        erased.receipt()
                .stayed(
                        "places on the roster system's list",
                        listed,
                        "take the person off there too, or the next roster brings the name back");
        erased.receipt()
                .stayed(
                        "classes taught",
                        pupils.classes(erased.accountId()),
                        "other people's work stands in them");
    }
}
