package org.homeroom.identity;

import java.net.URI;
import java.util.Optional;

/**
 * A service outside that tells people from programs at the door. Off until the server's settings
 * name one; nothing of Homeroom needs it.
 */
public interface HumanCheck {

    /**
     * What a browser needs to be challenged.
     *
     * @param siteKey which site it is, as the service knows it; no secret
     * @param script the service's own script, which draws the challenge
     * @param field the form field in which the script leaves the answer
     */
    record Challenge(String siteKey, URI script, String field) {

        /** Returns where script and challenge come from, for the page's content policy. */
        public String origin() {
            return script.getScheme() + "://" + script.getAuthority();
        }
    }

    /** Returns the challenge; empty when the check is off. */
    Optional<Challenge> challenge();

    /**
     * Tells whether the answer is a person's.
     *
     * @param answer as the script left it, null for none
     * @param ip of the browser, null when unknown
     */
    boolean passes(String answer, String ip);
}
