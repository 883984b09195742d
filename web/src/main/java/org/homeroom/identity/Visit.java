package org.homeroom.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.Place;

/**
 * What is known about a request before anything is done for it.
 *
 * @param person who sent it, null for a visitor
 * @param signIn the browser's session or the tokens among the person's devices, null for visitors
 *     and for a class's device
 * @param csrf what a write must carry because the browser adds the cookie by itself; null for
 *     bearers
 * @param refusal why it goes no further, null when it may
 * @param ended true when it came with a session that is over
 * @param turnedAway who was refused at a school that is not theirs; null otherwise
 */
public record Visit(
        Place place,
        SignedIn person,
        UUID signIn,
        String csrf,
        Refusal refusal,
        boolean ended,
        Caller turnedAway) {

    private static final String KEY = Visit.class.getName();

    static Visit refused(Place place, Refusal refusal) {
        return new Visit(place, null, null, null, refusal, false, null);
    }

    static Visit ofAnotherSchool(Place place, Caller caller) {
        return new Visit(place, null, null, null, DoorRefusals.foreign(), false, caller);
    }

    /** Returns what is known about the request, or null before anybody looked. */
    public static Visit of(HttpServletRequest request) {
        return (Visit) request.getAttribute(KEY);
    }

    void storeIn(HttpServletRequest request) {
        request.setAttribute(KEY, this);
    }

    /** Returns the person as a caller, or null. */
    public Caller caller() {
        return person == null ? null : person.caller();
    }
}
