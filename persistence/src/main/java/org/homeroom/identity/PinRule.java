package org.homeroom.identity;

import java.util.Locale;

/**
 * Where a student's PIN is enough to come in. On a device of a class and on a browser that knows
 * the student it always is.
 *
 * @param version of the school's decision, 0 before there was any
 */
public record PinRule(Enough enough, long version) {

    /** What holds until a school decides otherwise. */
    public static final PinRule USUAL = new PinRule(Enough.PROGRAMS, 0);

    /** The places, each with those before it. */
    public enum Enough {
        /** Devices of a class and browsers that know the student. */
        KNOWN,
        /** Also programs that use the REST interface (api.md, POST /auth/login). */
        PROGRAMS,
        /** Also every browser. */
        ANYWHERE;

        /** Returns the place as tables and programs name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
