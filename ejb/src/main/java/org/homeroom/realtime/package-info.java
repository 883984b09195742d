/**
 * One live channel per browser. A connection belongs to a signed-in person and hears what is told
 * to that person and to the topics the person may hear ({@code conversation:<id>}, {@code
 * class:<id>}); who may hear a topic is answered by the domain that owns it, through {@link
 * org.homeroom.realtime.LiveTopics}. Invariants: only what is committed is told; nothing told here
 * is the truth, which can always be fetched again; one send is under way per connection and at most
 * 2,000 wait, then the connection is closed; other nodes get hints outside every business
 * transaction and fetch by sequence number. Stores nothing, and knows no message, tap or payment.
 */
package org.homeroom.realtime;
