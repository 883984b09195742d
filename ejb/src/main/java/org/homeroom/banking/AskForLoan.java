package org.homeroom.banking;

import java.util.UUID;

/**
 * A student asks for a loan.
 *
 * @param act becomes the loan's id; the same act asks once
 * @param productId of the class
 * @param amount minor units
 * @param purpose what it is for; the teacher reads it
 */
public record AskForLoan(UUID act, UUID classId, UUID productId, long amount, String purpose) {}
