/**
 * Rows that say who did what to which record, and the chain that seals them. Can be added to and
 * read, nothing else.
 */
package org.homeroom.audit;
