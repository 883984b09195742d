/** What is kept of a teacher's first day. */
package org.homeroom.economy;
