package org.homeroom.tenancy;

import java.util.UUID;

/**
 * Whose door a request knocks at.
 *
 * @param school the school of the host, the district on the platform's host; null when nobody's
 * @param platform true on the platform's host
 */
public record Place(SchoolRef school, boolean platform) {

    /** A host that belongs to nobody. */
    public static final Place NOWHERE = new Place(null, false);

    /** Returns the school's id, or null. */
    public UUID schoolId() {
        return school == null ? null : school.id();
    }

    /** Tells whether the host leads anywhere. */
    public boolean exists() {
        return school != null || platform;
    }

    /** Tells whether the school is closed for the time being. */
    public boolean suspended() {
        return school != null && !school.isActive();
    }
}
