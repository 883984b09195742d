package org.homeroom.ledger;

import java.util.UUID;

/**
 * What a student has in a class.
 *
 * @param accountId the checking account
 * @param balance of all accounts, in minor units
 */
public record StudentFunds(UUID studentId, UUID accountId, long balance) {}
