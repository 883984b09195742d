package planted.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.homeroom.architecture.InModule;

/** An entity with something package-private to steal. */
@Entity
@InModule("persistence")
public class Vault {
    @Id long id;

    protected static int secret() {
        return 1;
    }

    public static class Drawer {
        protected Drawer() {}
    }
}
