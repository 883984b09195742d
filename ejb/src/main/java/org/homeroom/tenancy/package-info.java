/**
 * Schools as tenants of one installation. A school is found by the host name, bound to the thread
 * for the length of a request, message, timer or batch step, and told to PostgreSQL once per
 * transaction; row-level security does the rest. Invariants: no school bound means no rows and
 * failed writes; a transaction never changes its school; the database is never used outside a
 * transaction; the district's own people live in the tenant of kind {@code district}. Does not know
 * people or classes. Schools are looked after at the district's own address; a suspended one lets
 * nobody in, and a <em>module</em> that is off is absent for everybody.
 */
package org.homeroom.tenancy;
