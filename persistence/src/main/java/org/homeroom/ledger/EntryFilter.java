package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * Whose movements of a class are meant; null means all.
 *
 * @param owners whose accounts
 * @param account what kind of account
 */
public record EntryFilter(@Nullable List<UUID> owners, @Nullable String account) {}
