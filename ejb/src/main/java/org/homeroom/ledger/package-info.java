/**
 * Double-entry books: one per class for its tokens, others for real money. Words: a book holds
 * accounts; an entry has postings that sum to zero in one book; a person's account is tracked,
 * which means it carries balance and version; an account of the class is not, because everyone hits
 * it at once. Invariants, all kept by the database: entries are never changed or removed and are
 * corrected by reversing entries, once; the same idempotency key posts once; a person's account is
 * not overdrawn, unless a reversal tells so; every posting carries the balance it left; entries are
 * sealed into a hash chain every few seconds, which a proof recomputes. Positive amounts increase a
 * person's account. The way in is {@link org.homeroom.ledger.LedgerService}, batch first (design.md
 * section 3). A hold sets money aside without an entry; a closed period takes no entry more, and
 * what was wrong in it is corrected after it by one that names it.
 */
package org.homeroom.ledger;
