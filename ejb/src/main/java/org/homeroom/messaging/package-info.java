/**
 * Talk inside a class. A conversation is a room with members; today each class has one, opened with
 * the class, its teacher the owner and its claimed students members. A <em>guest</em> is somebody
 * whom a member of the staff lets into one room for hours. Invariants: only members read and write,
 * and whether somebody is one is decided by the server for every request and every frame; the
 * sender, the time and the number of a message are the server's; a message is stored first and told
 * after the commit; numbers in a conversation have no gaps; the same client id stores once;
 * messages are plain text, never changed, and kept when their sender is gone. Asks the roster for
 * nothing but its events, and tells browsers through {@code realtime}.
 */
package org.homeroom.messaging;
