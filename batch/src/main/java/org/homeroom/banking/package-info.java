/** The job that pays interest. */
package org.homeroom.banking;
