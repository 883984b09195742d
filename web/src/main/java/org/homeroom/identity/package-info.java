/**
 * The door: sign-in, session, tokens, one-time tickets, headers, protection against forged and
 * repeated requests. Every request passes it before anything else.
 */
package org.homeroom.identity;
