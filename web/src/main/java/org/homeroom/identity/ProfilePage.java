package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who the signed-in person is, in this school's eyes. */
@Named
@RequestScoped
public class ProfilePage {

    @Inject AccountService accounts;

    /** Returns how people call the person. */
    public String getName() {
        return CallerContext.require().displayName();
    }

    /** Returns the user name; empty for people of the district, whose account is elsewhere. */
    public String getUsername() {
        return accounts.find(CallerContext.require().accountId())
                .map(PersonRef::username)
                .orElse("");
    }

    /** Returns the names of the person's roles here, in order. */
    public List<String> getRoles() {
        return CallerContext.require().roles().stream().sorted().toList();
    }
}
