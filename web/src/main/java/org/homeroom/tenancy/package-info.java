/** Which school a host name means and whether it is served, and the pages of schools. */
package org.homeroom.tenancy;
