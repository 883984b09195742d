package org.homeroom.tryout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.identity.SessionEnded;
import org.homeroom.tenancy.TenantContext;

/** Takes a try-out away when its student signs out; what nobody signs out of ends by the clock. */
@ApplicationScoped
public class TryOutDoor {

    @Inject TryOutEndService end;

    void close(@Observes SessionEnded ended) {
        UUID school = TenantContext.current();
        // Who comes in a second time goes on where the first time stopped.
        if (school != null && !ended.replaced()) {
            end.ofSchool(school);
        }
    }
}
