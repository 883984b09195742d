package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation of an adult (tenancy.md section 5). The link itself is only with the invited.
 *
 * @param displayName how the inviter calls the person, null when not said; likewise the address
 * @param notes never null
 * @param state {@code pending}, {@code accepted}, {@code declined} or {@code revoked}, as stored
 * @param invitedBy the name of the inviter, null for somebody of the district
 * @param accountId who accepted it, null before
 */
public record Invitation(
        UUID id,
        String role,
        String displayName,
        String email,
        InvitationNotes notes,
        String state,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        UUID accountId) {

    /** Returns the state as people see it: what is pending and late has expired. */
    public String stateAt(Instant now) {
        return state.equals("pending") && !now.isBefore(expiresAt) ? "expired" : state;
    }
}
