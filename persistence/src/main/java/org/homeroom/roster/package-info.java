/**
 * Classes, seats, claims and import reports. A seat is a pupil's place in a class before and after
 * its pupil has an account; what recognises a pupil is kept as marks, never as a birth date or last
 * name.
 */
package org.homeroom.roster;
