package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.homeroom.operations.IsolationFindings.Part;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.TenantContext;

/**
 * Tries every table and view that the server's role can touch, as one school against all others.
 */
@ApplicationScoped
public class IsolationTables {

    @Inject IsolationStepService steps;

    /** Tries them all and returns in how many of them the other school has a canary. */
    int check(SchoolRef ours, SchoolRef theirs, IsolationFindings findings, StopSign stop)
            throws Exception {
        int planted = 0;
        for (CatalogueTable table : TenantContext.callAs(ours.id(), steps::tables)) {
            stop.heed();
            String name = table.name();
            findings.tried(Part.TABLES, name);
            if (table.fault() != null) {
                findings.leak("table " + name + " " + table.fault());
            }
            if (table.ofSchools()) {
                TenantContext.callAs(ours.id(), () -> steps.probe(name, theirs.id()))
                        .forEach(found -> findings.leak("table " + name + ": " + found));
                planted += table.readable() && hasCanary(theirs, name) ? 1 : 0;
            }
        }
        return planted;
    }

    private boolean hasCanary(SchoolRef theirs, String table) throws Exception {
        return TenantContext.callAs(theirs.id(), () -> steps.isPlanted(table));
    }
}
