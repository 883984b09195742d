package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.homeroom.tenancy.TenantSql;

/** The wrapped keys of the bound school, and which of the installation's keys are in use. */
@ApplicationScoped
public class DataKeyRepository {

    @Inject TenantSql sql;

    /** Lists the school's keys. */
    List<WrappedKey> all() {
        return sql.list(
                """
                select purpose, number, master_id, wrapped from privacy_data_key
                 where school_id = current_school() order by number
                """,
                row ->
                        new WrappedKey(
                                row.getString("purpose"),
                                row.getInt("number"),
                                row.getString("master_id"),
                                row.getBytes("wrapped")));
    }

    /**
     * Stores a key at once, whatever becomes of the caller's transaction: what others seal with it
     * meanwhile must stay readable. Another node's key of the same number is left alone.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(WrappedKey key) {
        use(key.masterId());
        sql.update(
                """
                insert into privacy_data_key (school_id, purpose, number, master_id, wrapped)
                values (current_school(), ?, ?, ?, ?) on conflict do nothing
                """,
                key.purpose(),
                key.number(),
                key.masterId(),
                key.wrapped());
    }

    /** Stores a key wrapped anew. */
    void rewrap(WrappedKey key) {
        use(key.masterId());
        sql.update(
                """
                update privacy_data_key set master_id = ?, wrapped = ?
                 where school_id = current_school() and purpose = ? and number = ?
                """,
                key.masterId(),
                key.wrapped(),
                key.purpose(),
                key.number());
    }

    /** Notes that no column needs keys before this one any more. */
    void retireBefore(int number) {
        sql.update(
                """
                update privacy_data_key set retired_at = now()
                 where school_id = current_school() and purpose = 'seal' and number < ?
                   and retired_at is null
                """,
                number);
    }

    /** Lists which of the installation's keys have ever wrapped anything. */
    @Transactional
    public List<String> mastersInUse() {
        return sql.list("select id from privacy_master_key", row -> row.getString(1));
    }

    private void use(String masterId) {
        sql.update(
                "insert into privacy_master_key (id) values (?) on conflict do nothing", masterId);
    }
}
