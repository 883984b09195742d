package org.homeroom.kernel;

import java.util.ArrayList;
import java.util.List;

/** The people of one test, each with a browser profile of their own. */
public final class Visitors implements AutoCloseable {

    private final Browser browser;
    private final List<Visitor> here = new ArrayList<>();

    Visitors(Browser browser) {
        this.browser = browser;
    }

    /** Lets a stranger sit down at a school's host. */
    public Visitor at(String subdomain) {
        return sitDown(ServerAddress.school(subdomain));
    }

    /** Lets a stranger sit down at a school's host, at the end of a cable. */
    public Visitor at(String subdomain, Cable cable) {
        return sitDown(cable.school(subdomain));
    }

    /** Lets a stranger sit down at the platform's own host. */
    public Visitor atPlatform() {
        return sitDown(ServerAddress.platform());
    }

    /** Signs a person in at Riverbend, with a PIN or a password. */
    public Visitor signedIn(String username, String proof) {
        return at("riverbend").signIn(username, proof);
    }

    void keepPictures(String name) {
        for (int i = 0; i < here.size(); i++) {
            here.get(i).keepPicture(name + "-" + (i + 1));
        }
    }

    private Visitor sitDown(String address) {
        Visitor visitor = browser.visitor(address);
        here.add(visitor);
        return visitor;
    }

    @Override
    public void close() {
        here.forEach(Visitor::close);
    }
}
