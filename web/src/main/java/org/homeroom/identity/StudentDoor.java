package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** What a browser says of itself when a student comes in by it, and what it is told for later. */
@ApplicationScoped
public class StudentDoor {

    @Inject PinPlaceService places;
    @Inject AccountService accounts;

    /** Returns where the person stands who sent the request. */
    StandingPlace place(HttpServletRequest request) {
        return new StandingPlace(
                false,
                DoorCookie.DEVICE.of(request).orElse(null),
                DoorCookie.BROWSER.of(request).orElse(null));
    }

    /** Lets the browser know a student who has brought more than a PIN. */
    void remember(HttpServletRequest request, HttpServletResponse response, UUID student) {
        StandingPlace place = place(request);
        // Everybody uses a class's device; what it knew would outlive the class.
        if (!places.isDevice(place)) {
            DoorCookie.BROWSER.leave(request, response, places.remember(place.browser(), student));
        }
    }

    /** Likewise a student who has just chosen PIN and passphrase in it. */
    public void remember(
            HttpServletRequest request, HttpServletResponse response, String username) {
        accounts.findByUsername(username)
                .ifPresent(student -> remember(request, response, student.id()));
    }
}
