package org.homeroom.identity;

import java.time.Instant;

/** An account's owner at an identity provider. */
public record ProviderLink(String issuer, Instant linkedAt) {}
