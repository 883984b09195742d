package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.homeroom.identity.AcceptInvitation;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.PersonRef;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SessionDoor;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;

/** Where a family comes in with a code: with a new account, or the one they are signed in to. */
@Named
@RequestScoped
public class ChildPage {

    // The start page knows which of its pages the school has for this person.
    private static final String START = "/";

    @Inject GuardianLinkService guardians;
    @Inject SignInService signIn;
    @Inject SessionDoor door;
    @Inject HttpServletRequest request;

    private String code;
    private Child child;
    private String problem;
    private String name;
    private String username;
    private String password;

    /** Reads the code before Faces asks what is shown. */
    @PostConstruct
    void load() {
        code = request.getParameter("code");
        if (code != null && !code.isBlank()) {
            try {
                child = guardians.open(code);
            } catch (Refusal refusal) {
                problem = refusal.sentence();
            }
        }
    }

    /** Makes the account, signs its person in and leads on. */
    public void join() {
        FieldForm.submit(
                "join",
                () -> {
                    PersonRef parent =
                            guardians.join(code, new AcceptInvitation(name, username, password));
                    door.open(request, signIn.again(parent.id()).orElseThrow());
                },
                () -> START);
    }

    /** Lets who is signed in follow the child. */
    public void follow() {
        FieldForm.submit(
                "follow",
                () -> {
                    guardians.take(code);
                    door.renew(request);
                },
                () -> START);
    }

    /** Returns whom the code lets follow, or null. */
    public Child getChild() {
        return child;
    }

    /** Returns why the code is good for nothing, or null. */
    public String getProblem() {
        return problem;
    }

    /** Tells whether a grown-up is signed in. */
    public boolean isKnown() {
        Caller caller = CallerContext.current();
        return caller != null && !caller.has(Roles.STUDENT);
    }

    /** Returns where somebody signs in who has an account, to come back here. */
    public String getSignIn() {
        String here = "/roster/child?code=" + code;
        return "/identity/sign-in?state=staff&next="
                + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
