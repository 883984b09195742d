package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * That an account of the bound school and one of another are the same person's.
 *
 * @param schoolId the other school
 * @param accountId the person's account there
 */
public record Membership(UUID schoolId, UUID accountId, Instant since) {}
