package org.homeroom.tenancy;

import java.util.List;
import java.util.function.Consumer;

/** Upkeep that goes from school to school. One school's trouble is not another's. */
public final class SchoolRound {

    private static final System.Logger LOG = System.getLogger(SchoolRound.class.getName());

    private SchoolRound() {}

    /**
     * Does the work in one school after the other, bound to it; what fails is logged and the round
     * goes on.
     *
     * @param what the work in a few words, for the log
     */
    public static void go(List<SchoolRef> schools, String what, Consumer<SchoolRef> work) {
        for (SchoolRef school : schools) {
            try {
                TenantContext.runAs(school.id(), () -> work.accept(school));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, what + " failed in " + school.id(), e);
            }
        }
    }
}
