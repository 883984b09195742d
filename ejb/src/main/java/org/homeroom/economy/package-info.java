/**
 * What a person sees first: time, pay and balance of a class together. Reads through the front
 * doors of attendance, payroll and ledger, each dashboard in one transaction, and decides nothing
 * itself: every figure here is explained on a page of the domain it comes from. So with what runs
 * by itself: pay and banks in one list, each kept and changed where it belongs.
 */
package org.homeroom.economy;
