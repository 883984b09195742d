package org.homeroom.audit;

import jakarta.annotation.Nullable;

/**
 * What checking the chain came to.
 *
 * @param sealed how many entries were found sealed and unchanged
 * @param breach the first break in words, null when there is none
 */
public record AuditProof(long sealed, @Nullable String breach) {}
