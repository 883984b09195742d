/**
 * The district that a newcomer meets: two schools, six teachers, ten classes, three hundred
 * students, thirty days of taps, two paid runs, a chat, and a class whose bank lends. Made once,
 * when the profile is asked for and the database has no district yet, from a fixed seed and through
 * the services that people use. Readiness waits for it. Never part of an installed system; nobody
 * may import it.
 */
package org.homeroom.demonstration;
