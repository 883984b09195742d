package org.homeroom.economy;

import java.time.LocalDate;

/** How long a student was in class on a day of the class's zone. */
public record WorkedDay(LocalDate day, long seconds) {}
