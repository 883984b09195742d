package org.homeroom.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;

/** A person on the wire, as those who look after people see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonJson(
        UUID id,
        String username,
        String name,
        @Nullable String email,
        String status,
        List<Membership> memberships,
        Instant createdAt,
        @Nullable Instant lastSeenAt) {

    /** A role at a school. */
    public record Membership(UUID schoolId, String role) {}

    /** Asks for an adult's account. */
    public record Request(String username, String name, String password, Set<String> roles) {

        NewPerson person() {
            return new NewPerson(username, name, password, roles);
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Request[" + username + "]";
        }
    }

    /** Changes a person; what is left out stays as it is. */
    public record Change(
            @Nullable String name, @Nullable String email, @Nullable Set<String> roles) {

        ChangePerson over(PersonDetail before) {
            return new ChangePerson(
                    name == null ? before.displayName() : name,
                    email,
                    roles == null ? before.roles() : roles,
                    before.version());
        }
    }

    /** The secret of a link with which a person chooses new proofs once; shown this once. */
    public record Reset(String token, Instant expiresAt) {}

    static PersonJson of(PersonDetail person) {
        return new PersonJson(
                person.id(),
                person.username(),
                person.displayName(),
                person.email(),
                person.isDisabled() ? "disabled" : "active",
                person.roles().stream()
                        .sorted()
                        .map(role -> new Membership(TenantContext.require(), role))
                        .toList(),
                person.createdAt(),
                person.seenAt());
    }
}
