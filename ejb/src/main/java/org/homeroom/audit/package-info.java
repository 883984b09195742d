/**
 * Who did what to which record, append-only. An entry is written in the transaction of the deed, so
 * that neither exists without the other; it names the actor, the request and the address from
 * {@link org.homeroom.kernel.Origin}. Words: <em>action</em> (dotted, past tense), <em>subject</em>
 * (type and id), <em>before</em> and <em>after</em> (JSON of what changed, never secrets).
 * Invariant: no entry is ever changed or removed, by anybody.
 */
package org.homeroom.audit;
