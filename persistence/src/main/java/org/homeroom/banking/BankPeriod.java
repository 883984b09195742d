package org.homeroom.banking;

import java.time.LocalDate;

/** The days whose interest comes next: from the first until before {@code to}. */
public record BankPeriod(LocalDate from, LocalDate to) {}
