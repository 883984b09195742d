package planted.payroll;

/** A name that says nothing. */
public class PayHelper {}
