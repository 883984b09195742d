/**
 * What the server may ask of its database before it calls itself ready: reachable, at this build's
 * schema, and bound by row-level security.
 */
package org.homeroom.operations;
