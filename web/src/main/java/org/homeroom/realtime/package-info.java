/**
 * The one socket of a browser: who may open it, what is written to it and how fast, when it ends.
 */
package org.homeroom.realtime;
