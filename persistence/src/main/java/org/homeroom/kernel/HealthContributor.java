package org.homeroom.kernel;

import java.util.Map;

/** A part of the product that can tell whether it is able to serve. Collected by operations. */
public interface HealthContributor {

    /** Tells the truth now; never throws. */
    Check check();

    /** One line of the readiness answer. */
    record Check(String name, boolean up, Map<String, Object> data) {}
}
