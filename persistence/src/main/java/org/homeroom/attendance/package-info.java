/**
 * Taps as they are stored, append-only, and what SQL derives from them: who is in, unpaid seconds,
 * a day of a class. Removal is another row, never a deletion. Instants are whole seconds in UTC;
 * days and limits are the zone's of the class.
 */
package org.homeroom.attendance;
