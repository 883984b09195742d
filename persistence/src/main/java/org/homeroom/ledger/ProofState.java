package org.homeroom.ledger;

import jakarta.annotation.Nullable;

/**
 * State of the school's books.
 *
 * @param head null before anything was sealed
 * @param latest null before the first proof
 */
public record ProofState(@Nullable ChainHead head, @Nullable Proof latest) {}
