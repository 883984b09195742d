/** Pages and resources of rewards, fines, payments, transfers, the bank's settings and its runs. */
package org.homeroom.banking;
