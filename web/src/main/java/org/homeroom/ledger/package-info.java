/** Statements, accounts, entries and proofs on pages, over REST and as CSV. */
package org.homeroom.ledger;
