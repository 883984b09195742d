package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The part of the profile where people see their passkeys; scripts make and remove them. */
@Named
@RequestScoped
public class PasskeyPage {

    @Inject PasskeyService passkeys;

    private List<PasskeyRef> list = List.of();

    @PostConstruct
    void load() {
        if (isOffered()) {
            list = passkeys.list();
        }
    }

    /** Tells whether the caller may have passkeys; students have their PIN. */
    public boolean isOffered() {
        return !CallerContext.require().has(Roles.STUDENT);
    }

    public List<PasskeyRef> getList() {
        return list;
    }
}
