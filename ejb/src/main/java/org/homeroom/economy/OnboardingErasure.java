package org.homeroom.economy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.AccountErased;

/** Forgets how far a deleted teacher was. */
@ApplicationScoped
public class OnboardingErasure {

    @Inject OnboardingRepository onboardings;

    void erase(@Observes AccountErased erased) {
        erased.receipt().went("first days", onboardings.remove(erased.accountId()));
    }
}
