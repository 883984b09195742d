package org.homeroom.roster;

import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.tenancy.TenantContext;

/** Does one school's part of something that concerns several. */
final class InSchool {

    private InSchool() {}

    static <T> T call(UUID school, Supplier<T> work) {
        UUID before = TenantContext.current();
        TenantContext.bind(school);
        try {
            return work.get();
        } finally {
            TenantContext.bind(before);
        }
    }
}
