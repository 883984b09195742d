package org.homeroom.privacy;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import org.homeroom.tenancy.TenantSql;

/** Keys as the product keeps them, without a container. */
public final class SchoolKeys {

    private final TenantSql sql;
    private final DataKeyRepository stored = new DataKeyRepository();
    private final DataKeys keys = new DataKeys();

    /** Keeps them over this connection, wrapped by these. */
    public SchoolKeys(TenantSql sql, InstallationKeys installation) {
        this.sql = sql;
        stored.sql = sql;
        keys.stored = stored;
        keys.installation = installation;
    }

    /** Has other keys of the installation from now on. */
    public void become(InstallationKeys installation) {
        keys.installation = installation;
        keys.forget();
    }

    /** Seals by them. */
    public PersonalData personal() {
        return new PersonalData(keys);
    }

    /** Rotates them. */
    public PersonalRotation rotation(Unmarked unmarked) {
        PersonalRotation rotation = new PersonalRotation();
        rotation.keys = keys;
        rotation.stored = stored;
        rotation.catalogue = new PersonalCatalogue();
        rotation.catalogue.sql = sql;
        rotation.catalogue.personal = personal();
        rotation.unmarked = only(unmarked);
        return rotation;
    }

    @SuppressWarnings("unchecked")
    private static Instance<Unmarked> only(Unmarked unmarked) {
        List<Unmarked> all = List.of(unmarked);
        return (Instance<Unmarked>)
                Proxy.newProxyInstance(
                        SchoolKeys.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (proxy, method, arguments) ->
                                List.class
                                        .getMethod(method.getName(), method.getParameterTypes())
                                        .invoke(all, arguments));
    }
}
