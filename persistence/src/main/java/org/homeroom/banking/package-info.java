/** The tables of rewards, fines, transfers, bank settings and bank runs, and their records. */
package org.homeroom.banking;
