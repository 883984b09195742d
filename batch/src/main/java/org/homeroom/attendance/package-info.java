/** The schedule that closes a day at its limit. */
package org.homeroom.attendance;
