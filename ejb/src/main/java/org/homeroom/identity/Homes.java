package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Looks for people first in the bound school, then among those who work across schools. */
@ApplicationScoped
public class Homes {

    @Inject SchoolService schools;
    @Inject CredentialService credentials;

    /**
     * Finds the account by user name; a district person only with a role that is valid everywhere.
     */
    public Optional<Account> byUsername(String username) {
        return account(() -> credentials.byUsername(username));
    }

    /** Finds the account by id, likewise. */
    public Optional<Account> byId(UUID id) {
        return account(() -> credentials.byId(id));
    }

    /** Runs the work in the tenant that an account lives in. */
    public <T> T at(UUID home, Supplier<T> work) {
        UUID before = TenantContext.current();
        TenantContext.bind(home);
        try {
            return work.get();
        } finally {
            TenantContext.bind(before);
        }
    }

    /** Looks in the bound school, then in the district. */
    <T> Optional<T> search(Supplier<Optional<T>> lookUp) {
        return lookUp.get()
                .or(() -> schools.district().map(SchoolRef::id).flatMap(home -> at(home, lookUp)));
    }

    private Optional<Account> account(Supplier<Optional<Account>> lookUp) {
        UUID school = TenantContext.require();
        return search(lookUp).filter(found -> !found.inSchool(school).roles().isEmpty());
    }
}
