package org.homeroom.identity;

import java.time.Instant;
import org.homeroom.tenancy.SchoolRef;

/** Another school at which the person has an account. */
public record OtherSchool(SchoolRef school, Instant since) {}
