/**
 * Pay for time in class. A run is rehearsed (computed line by line, nothing paid), committed (a job
 * pays it in chunks) and may be reversed as a whole, once. Words: rate, line, outlier, anchor (the
 * instant up to which a student has been paid). Invariants: one entry per student and run, whatever
 * is retried or restarted; a commit pays exactly what the rehearsal showed or refuses; a class is
 * paid by one run at a time; who was paid is unpaid from the anchor on, and a reversal puts the
 * anchor back; what the taps say otherwise of paid time since is a correction, which the next run
 * pays or takes back. A rule (overtime, caps, rounding, bonus) counts by local days what all time
 * is worth; a run pays what was not paid before, so that it does not matter how often a week is
 * paid. A class is paid on its own pay days, else on its school's or district's. Sums are computed
 * in one place, the functions of migrations V0050, V0056 and V0100. Does not know pages, sockets or
 * the batch runtime.
 */
package org.homeroom.payroll;
