package planted.payroll;

import org.homeroom.architecture.InModule;
import planted.ledger.Vault;

/** A page that holds another domain's entity. */
@InModule("web")
public class PeekPage {
    Vault vault;
}
