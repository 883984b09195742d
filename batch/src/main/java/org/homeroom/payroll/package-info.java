/**
 * The job that pays a committed run: in chunks, each one call to the database, restartable after
 * the last chunk. Its table of contents is META-INF/batch-jobs/payroll-pay-run.xml.
 */
package org.homeroom.payroll;
