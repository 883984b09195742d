/** The schedules that seal entries and prove the books. */
package org.homeroom.ledger;
