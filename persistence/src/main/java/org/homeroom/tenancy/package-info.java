/**
 * Schools, the school of a thread and the school of a transaction. A transaction is bound to one
 * school when it first touches the database, and row-level security shows it nothing else.
 */
package org.homeroom.tenancy;
