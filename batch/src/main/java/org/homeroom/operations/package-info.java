/**
 * Starts, reads, stops and restarts jobs for every domain, and finds those that a fallen server
 * left behind.
 */
package org.homeroom.operations;
