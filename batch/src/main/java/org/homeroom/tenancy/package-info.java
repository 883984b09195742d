/** Binds the school a job was started for, around every step and chunk. */
package org.homeroom.tenancy;
