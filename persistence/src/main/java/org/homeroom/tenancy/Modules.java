package org.homeroom.tenancy;

import java.util.Set;

/** The parts of the product that a school may switch off (tenancy.md section 6). */
public final class Modules {

    public static final String ECONOMY = "economy";
    public static final String MESSAGING = "messaging";
    public static final String LEARNING = "learning";
    public static final String WORKSPACES = "workspaces";

    /** Every module; what a new school has unless somebody says otherwise. */
    public static final Set<String> ALL = Set.of(ECONOMY, MESSAGING, LEARNING, WORKSPACES);

    private Modules() {}
}
