package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.homeroom.identity.AccountErased;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/** Takes a deleted person's name off seats and rosters, and the person out of families. */
@ApplicationScoped
public class RosterErasure {

    @Inject ErasedPupilRepository pupils;
    @Inject GuardianRepository guardians;
    @Inject RecoveryRepository recoveries;
    @Inject ClosingRepository closings;
    @Inject RosterRepository roster;
    @Inject SchoolClock clock;

    void erase(@Observes AccountErased erased) {
        Instant now = clock.now();
        requireNoClass(erased.accountId(), now);
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

    // Whoever deletes a teacher's account by hand needs the same reason as who closes it.
    private void requireNoClass(UUID account, Instant now) {
        if (roster.taughtBy(account).isEmpty()) {
            return;
        }
        boolean mayGo =
                closings.teacher(account)
                        .filter(
                                one ->
                                        one.accountRequested()
                                                || ClosingRules.isAbsent(one.lastSignIn(), now))
                        .isPresent();
        if (!mayGo) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This teacher still has classes. Close them first, or wait for the teacher's"
                            + " request.");
        }
    }
}
