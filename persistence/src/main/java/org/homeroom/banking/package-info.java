/**
 * The tables of rewards, fines, transfers, bank settings, loans, certificates and bank runs, and
 * their records.
 */
package org.homeroom.banking;
