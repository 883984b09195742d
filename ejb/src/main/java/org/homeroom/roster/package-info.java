/**
 * Who belongs to which class.
 *
 * <p>A <em>class</em> is one teacher in one period, with one join code and one economy of its own.
 * A <em>seat</em> is a pupil's line on its list; it is free until its pupil <em>claims</em> it with
 * the join code, the first initial, the last name and the birth date, and from then on names the
 * pupil's account. One pupil holds any number of seats, at most one in each class.
 *
 * <p>Invariants: of a pupil only first name, last initial and the sum of the birth date's parts are
 * readable; last names exist as keyed hashes alone. A join code is unique on the platform and lasts
 * as long as its class. Lines of an uploaded list stand alone: a bad one keeps no other from
 * landing.
 *
 * <p>A <em>delivery</em> is a roster as the school information system exports it (OneRoster 1.1 or
 * 1.2). It is read and compared first and changes nothing; approved, a job makes each of its
 * schools what it says, a school as a whole or not at all. {@code sourcedId} is the key of
 * everything in it. The source owns user names, names, the roles it gives, titles and periods of
 * classes, who teaches and who attends them: each delivery overwrites these. Proofs, other roles,
 * join codes, zones, currencies and everything that was earned or written are the school's own. Who
 * leaves keeps the seat, so that the past stays readable, and can no longer sign in unless another
 * role remains.
 *
 * <p>A <em>recovery</em> lets a teacher who lost every way in come back with codes of students of
 * each period. A class or a teacher's account is <em>closed</em> at the teacher's wish or after
 * half a year of absence: who has another class goes on there, and the journal stays.
 *
 * <p>Others call {@link org.homeroom.roster.RosterService} and observe {@link
 * org.homeroom.roster.ClassOpened}, {@link org.homeroom.roster.SeatClaimed}, {@link
 * org.homeroom.roster.RosterFilled} and {@link org.homeroom.roster.ClassClosed} inside the
 * transaction. Source of the rules: economy.md sections 2.1, 3 and 13 to 15.
 */
package org.homeroom.roster;
