/**
 * Pay settings, runs and their lines, and the SQL that computes a rehearsal and pays it in chunks.
 * A student is paid once per run whatever is repeated, by the key of the ledger entry.
 */
package org.homeroom.payroll;
