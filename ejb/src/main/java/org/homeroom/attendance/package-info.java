/**
 * Who is in class and for how long (design.md section 4, domain/economy.md section 4). A tap says
 * in or out at a whole second; taps are only ever added, and a tap taken back is kept with its
 * removal, as is one put back, added or moved by a teacher. Marks of a day stand beside taps and
 * pay nothing. Sessions, time worked today and time not paid yet are derived from taps by the SQL
 * function {@code attendance_time} alone; the standing rows that boards read follow every tap
 * inside its transaction. Invariants: a student is in at most one class at a time; a repeated tap
 * of the same state adds nothing; a day is the class's local day, whatever its length; a session
 * ends at the daily limit of the day it began. Money is payroll's: this domain only says what
 * unpaid time is worth at today's rate.
 */
package org.homeroom.attendance;
