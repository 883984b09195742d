package planted.ledger;

/** Shares its name with a class of payroll. */
public class Twin {}
