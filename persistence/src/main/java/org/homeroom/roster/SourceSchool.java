package org.homeroom.roster;

import java.util.UUID;

/**
 * A school of the installation as rosters find it.
 *
 * @param sourcedId the source's key, null until a delivery named the school
 */
public record SourceSchool(UUID id, String name, String sourcedId) {}
