/**
 * Conversations, members and messages as they are stored. A message's number counts within its
 * conversation, and pages and sockets continue from it.
 */
package org.homeroom.messaging;
