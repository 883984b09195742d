package planted.payroll;

import org.homeroom.architecture.InModule;
import planted.ledger.Vault;

/** Compiles through inheritance, and would fail with another class loader. */
@InModule("ejb")
public class Burglar extends Vault {
    int steal() {
        return secret();
    }
}
