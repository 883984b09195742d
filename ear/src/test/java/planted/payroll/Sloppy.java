package planted.payroll;

import java.time.LocalDate;

/** Reads the wall clock. */
public class Sloppy {
    LocalDate today() {
        return LocalDate.now();
    }
}
