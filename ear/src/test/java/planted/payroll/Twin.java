package planted.payroll;

/** Shares its name with a class of ledger. */
public class Twin {}
