/** Pay days, runs and settings on pages and over REST. */
package org.homeroom.payroll;
