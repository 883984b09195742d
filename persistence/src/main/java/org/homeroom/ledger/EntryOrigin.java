package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * Who and what is behind an entry, and the other side of it as seen from one account.
 *
 * @param scheduled nobody did it, it was due
 * @param by the grown-up who did it; null when a pupil or nobody of this school did
 * @param runId the pay run or bank run; null for what is of no run
 * @param act the reward, fine or payment to several students that it may be of; null for others
 * @param otherAccount where it came from or went to; null when the entry has no other account
 * @param otherKind of that account
 * @param otherOwner whose it is; null for one of the class
 * @param otherName such as {@code Wanjiru M.}; null likewise
 */
public record EntryOrigin(
        Cause cause,
        boolean scheduled,
        @Nullable String by,
        @Nullable UUID runId,
        @Nullable UUID act,
        @Nullable UUID otherAccount,
        @Nullable String otherKind,
        @Nullable UUID otherOwner,
        @Nullable String otherName) {}
