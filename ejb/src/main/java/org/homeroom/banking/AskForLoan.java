package org.homeroom.banking;

import java.util.UUID;

/**
 * A student asks for a loan.
 *
 * @param productId of the class
 * @param amount minor units
 * @param purpose what it is for; the teacher reads it
 */
public record AskForLoan(UUID classId, UUID productId, long amount, String purpose) {}
