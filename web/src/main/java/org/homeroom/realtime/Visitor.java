package org.homeroom.realtime;

import java.security.Principal;
import java.util.UUID;
import org.homeroom.identity.Caller;

/**
 * Who knocks at the live channel. It travels as the handshake's principal because that is the one
 * thing a server keeps apart for each handshake: properties of the endpoint's configuration are
 * shared by handshakes that run at the same time.
 *
 * @param caller null when not admitted
 * @param signIn the sign-in whose end closes the connection, null when not admitted
 * @param refusal why not admitted, null when admitted
 */
record Visitor(Caller caller, UUID signIn, CloseReason refusal) implements Principal {

    @Override
    public String getName() {
        return caller == null ? "nobody" : caller.accountId().toString();
    }
}
