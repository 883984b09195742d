/**
 * What every domain speaks in: identifiers, money in minor units, the clock, parts of lists,
 * refusals with the sentence that people read, and the ports by which jobs are started and health
 * is told.
 */
package org.homeroom.kernel;
