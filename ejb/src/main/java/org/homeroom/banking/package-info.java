/**
 * Money of students beyond pay: rewards, fines, payments, bonuses, transfers, overdrafts, interest,
 * loans, certificates. Words: an award is a reward, fine or payment to chosen students, rehearsed
 * when there are several and taken back as it was given; a bank run is a bonus, the interest of a
 * period or what is due of loans and certificates for a whole class, rehearsed, paid and reversible
 * as a whole; a product is a loan or certificate on offer. Invariants: one entry per student and
 * act, whatever is retried; everybody's money moves or nobody's; nobody goes further below zero
 * than the class's rules let, decided while the accounts are held; interest is paid once per class
 * and day; a loan account holds minus the principal that is due. Rules are computed in one place,
 * the functions of migrations V0070 and up. Does not know pages, sockets or the batch runtime.
 */
package org.homeroom.banking;
