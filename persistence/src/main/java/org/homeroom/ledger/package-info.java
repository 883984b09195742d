/**
 * The journal's SQL and the records it fills: entries and postings to be made, what was posted,
 * statements, the walk behind a balance, seals and proofs. Writing is one call of the function
 * ledger_post for any number of entries; amounts are minor units, positive in favour of a person.
 */
package org.homeroom.ledger;
