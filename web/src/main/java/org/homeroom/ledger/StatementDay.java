package org.homeroom.ledger;

import java.util.List;

/** The rows of one day, newest first. */
public record StatementDay(String label, List<StatementLine> lines) {}
