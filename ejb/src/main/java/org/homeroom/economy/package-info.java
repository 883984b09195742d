/**
 * What a person sees first: time, pay and balance of a class together. Reads through the front
 * doors of attendance, payroll and ledger, each dashboard in one transaction, and decides nothing
 * itself: every figure here is explained on a page of the domain it comes from.
 */
package org.homeroom.economy;
