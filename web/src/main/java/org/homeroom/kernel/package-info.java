/**
 * What every page, resource and endpoint shares: how numbers and times are shown, how refusals and
 * expired pages are answered, the markup repairs on PrimeFaces. Knows no domain.
 */
package org.homeroom.kernel;
