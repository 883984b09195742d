package org.homeroom.tenancy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** A domain of one's own school: ask, prove, give up. */
@Named
@RequestScoped
public class DomainPage {

    private static final Texts TEXTS = Texts.of("tenancy");

    @Inject DomainService domains;
    @Inject DomainProofService proof;

    private DomainState shown;
    private String host;

    @PostConstruct
    void load() {
        shown = domains.current();
    }

    /** Asks for a domain. */
    public void ask() {
        act("ask", () -> domains.request(host), "domain.asked");
    }

    /** Looks for the record. */
    public void verify() {
        act("prove", proof::verify, "domain.verified");
    }

    /** Looks at its certificate now. */
    public void check() {
        act("check", proof::checkCertificate, "domain.checked");
    }

    /** Gives the domain up. */
    public void drop() {
        act("drop", domains::drop, "domain.dropped");
    }

    private static void act(String form, Runnable work, String text) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(text));
                },
                () -> "/tenancy/domain");
    }

    public DomainState getShown() {
        return shown;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }
}
