package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * The newest seal of the school's chain.
 *
 * @param position number of sealed entries
 * @param digest SHA-256 in hexadecimal
 * @param sealedAt null when nothing was sealed yet
 */
public record ChainHead(long position, String digest, @Nullable Instant sealedAt) {}
