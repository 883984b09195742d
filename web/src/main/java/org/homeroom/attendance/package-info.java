/** The day of a class, the upload of tap histories, and taps over REST. */
package org.homeroom.attendance;
