package org.homeroom.architecture;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says which module a planted class pretends to live in. */
@Retention(RetentionPolicy.RUNTIME)
public @interface InModule {
    String value();
}
