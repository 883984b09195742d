package org.homeroom.payroll;

import java.time.LocalDate;

/** A local day's share of a line under a rule. */
public record PayLineDay(LocalDate day, PayParts parts) {}
