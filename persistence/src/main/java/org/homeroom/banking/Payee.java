package org.homeroom.banking;

import java.util.UUID;

/** An account of a person that money may go to. */
public record Payee(UUID accountId, UUID classId, UUID ownerId, String kind) {}
