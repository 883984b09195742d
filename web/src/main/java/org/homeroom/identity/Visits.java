package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.Place;
import org.homeroom.tenancy.Places;
import org.homeroom.tenancy.TenantContext;

/** Finds out where a request knocks and who sent it: by bearer token, else by session. */
@ApplicationScoped
public class Visits {

    private static final String BEARER = "Bearer ";
    // What pages send along when they read by themselves, without anybody doing anything.
    private static final String BACKGROUND = "X-Background";
    private static final Duration SEEN_STEP = Duration.ofSeconds(15);
    private static final Duration CHECK_STEP = Duration.ofSeconds(4);

    private final SessionRules rules = new SessionRules();

    @Inject Places places;
    @Inject TokenService tokens;
    @Inject SignInService signIn;
    @Inject SchoolClock clock;
    @Inject SessionDoor door;
    @Inject AccessChanges changes;

    /** Returns what is known about the request, found out once. */
    public Visit of(HttpServletRequest request) {
        Visit known = Visit.of(request);
        if (known == null) {
            known = find(request);
            known.storeIn(request);
        }
        return known;
    }

    private Visit find(HttpServletRequest request) {
        Place place = places.at(request.getServerName());
        String authorization = request.getHeader("Authorization");
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return byToken(place, authorization.substring(BEARER.length()).strip());
        }
        if (!place.exists()) {
            return Visit.refused(place, DoorRefusals.unknownHost());
        }
        return place.suspended()
                ? Visit.refused(place, DoorRefusals.suspended())
                : bySession(place, request);
    }

    // Of two requests with a session that is over one ends it, and the other finds it gone.
    private Visit bySession(Place place, HttpServletRequest request) {
        try {
            return byOpenSession(place, request);
        } catch (IllegalStateException e) {
            return outside(place, request, true);
        }
    }

    private Visit byToken(Place place, String token) {
        if (!place.exists()) {
            return Visit.refused(place, DoorRefusals.unknownHost());
        }
        Optional<UUID> school = TokenText.school(token);
        if (school.isEmpty()) {
            return Visit.refused(place, DoorRefusals.badToken());
        }
        if (!place.platform() && !school.get().equals(place.schoolId())) {
            return at(school.get(), () -> tokens.resolve(token))
                    .map(bearer -> Visit.ofAnotherSchool(place, bearer.person().caller()))
                    .orElseGet(() -> Visit.refused(place, DoorRefusals.foreign()));
        }
        Place spokenFor = place.platform() ? places.of(school.get()).orElse(Place.NOWHERE) : place;
        if (spokenFor.school() == null) {
            return Visit.refused(place, DoorRefusals.badToken());
        }
        if (spokenFor.suspended()) {
            return Visit.refused(place, DoorRefusals.suspended());
        }
        return at(spokenFor.schoolId(), () -> tokens.resolve(token))
                .map(
                        bearer ->
                                new Visit(
                                        spokenFor,
                                        bearer.person(),
                                        bearer.signIn(),
                                        null,
                                        null,
                                        false,
                                        null))
                .orElseGet(() -> Visit.refused(spokenFor, DoorRefusals.badToken()));
    }

    private Visit byOpenSession(Place place, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        SessionPerson person = SessionPerson.of(session);
        if (person == null) {
            return outside(place, request, isForgotten(request));
        }
        if (!person.person().caller().schoolId().equals(place.schoolId())) {
            return Visit.ofAnotherSchool(place, person.person().caller());
        }
        Instant now = clock.now();
        Optional<SessionPerson> current =
                rules.isOver(person, now)
                        ? Optional.empty()
                        : refreshed(person, session, isUse(request), now);
        if (current.isEmpty()) {
            door.end(session);
            return outside(place, request, true);
        }
        SessionPerson known = current.get();
        return new Visit(place, known.person(), known.signIn(), known.csrf(), null, false, null);
    }

    // The server drops sessions by itself too, when it is restarted for example.
    private static boolean isForgotten(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    // A browser that nobody is signed in to may be a device of a class, on the device's own pages.
    private Visit outside(Place place, HttpServletRequest request, boolean ended) {
        Visit nobody = new Visit(place, null, null, null, null, ended, null);
        boolean asks = place.schoolId() != null && DoorRules.isForDevice(request);
        return !asks
                ? nobody
                : DoorCookie.DEVICE
                        .of(request)
                        .flatMap(key -> at(place.schoolId(), () -> signIn.device(key)))
                        .map(device -> new Visit(place, device, null, null, null, false, null))
                        .orElse(nobody);
    }

    // Somebody whose account was closed or whose roles changed is noticed with the next request on
    // the node where it happened, and within seconds on one that missed the news.
    private Optional<SessionPerson> refreshed(
            SessionPerson person, HttpSession session, boolean inUse, Instant now) {
        Optional<SessionPerson> current = Optional.of(person);
        Caller caller = person.person().caller();
        if (person.checkedAt().plus(CHECK_STEP).isBefore(now)
                || changes.since(caller.accountId(), person.checkedAt())) {
            UUID account = caller.accountId();
            current =
                    at(caller.schoolId(), () -> signIn.still(person.signIn(), account, inUse))
                            .map(found -> person.checked(found, now))
                            .map(checked -> inUse ? checked.seen(now) : checked);
        } else if (inUse && person.seenAt().plus(SEEN_STEP).isBefore(now)) {
            current = Optional.of(person.seen(now));
        }
        current.filter(changed -> changed != person).ifPresent(changed -> changed.storeIn(session));
        return current;
    }

    // A page left alone knocks for its live channel and reads again as often as it is told to; a
    // session that this kept alive would never end (economy.md section 1).
    private static boolean isUse(HttpServletRequest request) {
        return request.getHeader(BACKGROUND) == null && !request.getRequestURI().startsWith("/ws/");
    }

    private static <T> T at(UUID school, Supplier<T> work) {
        UUID before = TenantContext.current();
        TenantContext.bind(school);
        try {
            return work.get();
        } finally {
            TenantContext.bind(before);
        }
    }
}
