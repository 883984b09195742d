/** The audit for people and programs: page, resource and table. */
package org.homeroom.audit;
