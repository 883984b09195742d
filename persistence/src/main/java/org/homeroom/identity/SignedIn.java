package org.homeroom.identity;

import java.io.Serializable;
import java.util.UUID;

/**
 * A person who proved who they are.
 *
 * @param homeSchoolId the tenant of the account: the caller's school, or the district
 */
public record SignedIn(Caller caller, UUID homeSchoolId) implements Serializable {}
