package org.homeroom.ledger;

/**
 * State of the school's books.
 *
 * @param head null before anything was sealed
 * @param latest null before the first proof
 */
public record ProofState(ChainHead head, Proof latest) {}
