package org.homeroom.tenancy;

import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The school this thread works for. Bound by whatever brings work in (request filter, socket,
 * timer, batch step) and unbound when it leaves; never taken from a header or a form field
 * (design.md section 5).
 */
public final class TenantContext {

    private static final ThreadLocal<UUID> CURRENT = new ThreadLocal<>();

    private TenantContext() {}

    /** Returns the school's id, or null outside any school. */
    public static UUID current() {
        return CURRENT.get();
    }

    /**
     * Returns the school's id.
     *
     * @throws IllegalStateException when no school is bound, which is a fault of ours
     */
    public static UUID require() {
        UUID school = CURRENT.get();
        if (school == null) {
            throw new IllegalStateException("no school is bound to this thread");
        }
        return school;
    }

    /** Runs the work for the school and restores what was bound before. */
    public static <T> T callAs(UUID schoolId, Callable<T> work) throws Exception {
        UUID before = CURRENT.get();
        bind(schoolId);
        try {
            return work.call();
        } finally {
            bind(before);
        }
    }

    /** Runs the work for the school and restores what was bound before. */
    public static void runAs(UUID schoolId, Runnable work) {
        UUID before = CURRENT.get();
        bind(schoolId);
        try {
            work.run();
        } finally {
            bind(before);
        }
    }

    /** Binds the school, or unbinds with null. Callers restore the earlier value in a finally. */
    public static void bind(UUID schoolId) {
        if (schoolId == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(schoolId);
        }
    }
}
