/**
 * People, their roles, and the proofs of who they are. Words: an <em>account</em> is a person in
 * one tenant; people who work across schools live in the district's and enter every school with
 * those roles only; a <em>proof</em> is a password, or a student's PIN and passphrase; a
 * <em>caller</em> is the person at work on a thread; a <em>family</em> is all tokens of one
 * sign-in; a <em>device</em> is a browser's session or a family, as its person sees it; an
 * <em>invitation</em> and a <em>reset</em> are links with a secret that is good once; a <em>door
 * key</em> is a secret that lets in whoever holds it, a class's device or a guest, until it ends.
 * Invariants: proofs, keys, tokens and tickets are stored as hashes only; unknown name and wrong
 * proof get the same answer after the same work; wrong tries are counted by the typed name and
 * survive every rollback; a refresh token used twice ends its family; a session or token of one
 * school opens no other.
 */
package org.homeroom.identity;
