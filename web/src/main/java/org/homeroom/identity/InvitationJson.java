package org.homeroom.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An invitation on the wire; the token only in the answer that made it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationJson(
        UUID id,
        String role,
        @Nullable String name,
        @Nullable String email,
        @Nullable String department,
        @Nullable String employeeId,
        @Nullable String message,
        String state,
        @Nullable String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable String token) {

    /** Invites somebody. */
    public record Request(
            String role,
            @Nullable String name,
            @Nullable String email,
            @Nullable String department,
            @Nullable String employeeId,
            @Nullable String message) {

        InvitePerson person() {
            return new InvitePerson(
                    role, name, email, new InvitationNotes(department, employeeId, message));
        }
    }

    /** Invites everybody of a list, one a line: address, role, name. */
    public record ListRequest(String list, String role, @Nullable String message) {}

    /** What became of a line: the invitation with its token, or why there is none. */
    public record Line(
            int line,
            String email,
            @Nullable InvitationJson invitation,
            @Nullable String code,
            @Nullable String message) {

        static Line of(InvitedLine line, Instant now) {
            return new Line(
                    line.line(),
                    line.email(),
                    line.made() == null
                            ? null
                            : InvitationJson.of(
                                    line.made().invitation(), now, line.made().secret()),
                    line.code(),
                    line.problem());
        }
    }

    /** What the invited chooses. */
    public record Acceptance(String name, String username, String password) {

        AcceptInvitation choice() {
            return new AcceptInvitation(name, username, password);
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Acceptance[" + username + "]";
        }
    }

    /** What became of them; the rate is how many of a hundred were accepted. */
    public record Stats(
            int sent, int pending, int accepted, int declined, int expired, int revoked, int rate) {

        static Stats of(InvitationStats stats) {
            return new Stats(
                    stats.sent(),
                    stats.pending(),
                    stats.accepted(),
                    stats.declined(),
                    stats.expired(),
                    stats.revoked(),
                    stats.acceptedPercent());
        }
    }

    /** The account that was made. */
    public record Joined(UUID id, String username, String name, Set<String> roles) {}

    static InvitationJson of(Invitation invitation, Instant now, String token) {
        return new InvitationJson(
                invitation.id(),
                invitation.role(),
                invitation.displayName(),
                invitation.email(),
                invitation.notes().department(),
                invitation.notes().employeeId(),
                invitation.notes().message(),
                invitation.stateAt(now),
                invitation.invitedBy(),
                invitation.invitedAt(),
                invitation.expiresAt(),
                token);
    }
}
