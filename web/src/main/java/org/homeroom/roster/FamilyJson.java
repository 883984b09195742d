package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.AcceptInvitation;

/** Who follows a pupil, on the wire. */
public record FamilyJson(UUID studentId, List<Member> guardians, List<OpenCode> codes) {

    /** Somebody who follows the pupil. */
    public record Member(UUID id, String name, Instant since, String rights, boolean primary) {

        static Member of(Guardian one) {
            return new Member(
                    one.id(), one.name(), one.since(), one.rights().word(), one.primary());
        }
    }

    /**
     * How much a guardian sees.
     *
     * @param rights {@code full}, {@code limited}, {@code supervised} or {@code none}
     * @param primary whether this is the first to turn to; absent for no
     */
    public record Rights(String rights, @Nullable Boolean primary) {}

    /** A code that may still be taken. */
    public record OpenCode(UUID id, Instant madeAt, Instant expiresAt) {}

    /** A code just made, readable this once. */
    public record Made(UUID id, String code, Instant expiresAt) {}

    /** A code that somebody takes who is signed in. */
    public record Follow(String code) {}

    /** A code, and the account that its holder chooses. */
    public record Join(String code, String name, String username, String password) {

        AcceptInvitation choice() {
            return new AcceptInvitation(name, username, password);
        }

        /** Keeps code and password out of logs. */
        @Override
        public String toString() {
            return "Join[" + username + "]";
        }
    }

    /** The child that is followed from now on. */
    public record Followed(UUID id, String name) {

        static Followed of(Child child) {
            return new Followed(child.studentId(), child.name());
        }
    }

    /** The account that was made. */
    public record Parent(UUID id, String username, String name, Set<String> roles) {}

    static FamilyJson of(Family family) {
        return new FamilyJson(
                family.student().studentId(),
                family.guardians().stream().map(Member::of).toList(),
                family.codes().stream()
                        .map(one -> new OpenCode(one.id(), one.madeAt(), one.expiresAt()))
                        .toList());
    }
}
