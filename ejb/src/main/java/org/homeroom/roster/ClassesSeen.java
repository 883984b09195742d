package org.homeroom.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;

/**
 * The classes that a person sees: the frame and the page both ask, so they are read once a request.
 */
@RequestScoped
public class ClassesSeen {

    @Inject RosterRepository roster;

    private Asked asked;
    private ClassesOfPerson answer;

    /** Returns the classes that the person may see, and what is read with them. */
    public ClassesOfPerson by(UUID personId, boolean all) {
        Asked now = new Asked(TenantContext.current(), personId, all);
        if (!now.equals(asked)) {
            answer = roster.seenBy(personId, all);
            asked = now;
        }
        return answer;
    }

    /**
     * Finds a class that the person may see, also one that has ended or that he or she has left.
     */
    public Optional<ClassRef> one(UUID personId, boolean all, UUID classId) {
        boolean read = new Asked(TenantContext.current(), personId, all).equals(asked);
        return (read ? answer.classes() : List.<ClassRef>of())
                .stream()
                        .filter(found -> found.id().equals(classId))
                        .findFirst()
                        .or(() -> roster.seenBy(personId, all, classId));
    }

    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) ClassOpened opened) {
        asked = null;
    }

    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) SeatClaimed claimed) {
        asked = null;
    }

    private record Asked(UUID schoolId, UUID personId, boolean all) {}
}
