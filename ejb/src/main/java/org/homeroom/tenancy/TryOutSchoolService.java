package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Schools for trying out. They stand in no list and no timer works for them; who may open one is
 * decided by the use case that asks.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TryOutSchoolService {

    private static final int LABEL = 12;

    @Inject TryOutRepository tryOuts;
    @Inject SchoolClock clock;
    @Inject Event<SchoolChanged> changed;

    /**
     * Opens one with the clock, language and modules of the teacher's school.
     *
     * @throws Refusal conflict, when the teacher has one
     */
    public TryOut open(SchoolRef of, UUID teacherId, String name, Instant end) {
        UUID id = Ids.next();
        // Random, because a neighbour's must not be guessed.
        String label = "try-" + UUID.randomUUID().toString().replace("-", "").substring(0, LABEL);
        SchoolRef school =
                new SchoolRef(
                        id,
                        name,
                        label,
                        of.zone(),
                        of.language(),
                        "try_out",
                        "active",
                        of.modules());
        TryOut made = new TryOut(school, of.id(), teacherId, end);
        if (!tryOuts.add(made)) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "You are trying out a class already. End that one first.");
        }
        return made;
    }

    /** Finds the teacher's, also when its time is over and it waits to be taken away. */
    public Optional<TryOut> of(UUID school, UUID teacherId) {
        return tryOuts.of(school, teacherId);
    }

    /** Finds the try-out that a school is. */
    public Optional<TryOut> byId(UUID schoolId) {
        return tryOuts.byId(schoolId);
    }

    /** Lists those whose time is over and that are still there. */
    public List<TryOut> over() {
        return tryOuts.over(clock.now());
    }

    /** Takes the bound try-out away: people, time, money and talk, all or nothing. */
    public void erase() {
        UUID school = TenantContext.require();
        tryOuts.erase();
        changed.fire(new SchoolChanged(school, false));
    }
}
