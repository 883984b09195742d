package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.AccountErased;

/** Says that messages stay when a person goes. */
@ApplicationScoped
public class MessagingErasure {

    @Inject MessagingRepository messages;

    void erase(@Observes AccountErased erased) {
        erased.receipt()
                .stayed(
                        "messages",
                        messages.countBy(erased.accountId()),
                        "others answered them; they are shown as a former member's");
    }
}
