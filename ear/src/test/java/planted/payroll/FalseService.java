package planted.payroll;

import org.homeroom.architecture.InModule;

/** Called a service without being one. */
@InModule("ejb")
public class FalseService {}
