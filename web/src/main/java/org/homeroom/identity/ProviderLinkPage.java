package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** The part of the profile where people connect their account at the identity provider. */
@Named
@RequestScoped
public class ProviderLinkPage {

    private static final Texts TEXTS = Texts.of("identity");

    @Inject ProviderSignInService providers;
    @Inject ProviderWayOut ways;

    private List<ProviderLink> links = List.of();

    @PostConstruct
    void load() {
        if (isOffered()) {
            links = providers.links();
        }
    }

    /** Sends the person to the provider. */
    public void link() {
        FieldForm.succeeds("provider", () -> ways.go(providers.beginLink()));
    }

    /** Ends the connection. */
    public void unlink() {
        FieldForm.submit(
                "provider",
                () -> {
                    providers.unlink();
                    FieldForm.say(TEXTS.get("provider.unlinked"));
                },
                () -> "/identity/profile");
    }

    /** Tells whether there is a provider, and the caller somebody whom it may vouch for. */
    public boolean isOffered() {
        return ProviderWay.isOpen()
                && Permission.FACTORS.isGivenTo(CallerContext.require().roles());
    }

    /** Returns what people call their account there. */
    public String getLabel() {
        return ProviderWay.label();
    }

    public List<ProviderLink> getLinks() {
        return links;
    }
}
