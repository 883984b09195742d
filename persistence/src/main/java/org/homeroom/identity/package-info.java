/**
 * People of a school, their roles and hashed proofs, tokens and tickets, wrong tries, first results
 * of repeated requests; and who is calling on this thread. Nothing here can be read back into a
 * password.
 */
package org.homeroom.identity;
