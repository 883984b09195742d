package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeroom.privacy.Unmarked;
import org.homeroom.tenancy.TenantSql;

/** Accounts from before user names had marks. */
@ApplicationScoped
public class UnmarkedAccounts implements Unmarked {

    @Inject TenantSql sql;
    @Inject AccountNames names;

    private record Found(UUID id, String mark) {}

    @Override
    public long count() {
        return sql.list(
                        """
                        select count(*) from identity_account
                         where school_id = current_school() and username_mark is null
                        """,
                        row -> row.getLong(1))
                .get(0);
    }

    @Override
    public int markNext(int limit) {
        List<Found> found =
                sql.list(
                        """
                        select id, username from identity_account
                         where school_id = current_school() and username_mark is null
                         limit ? for update
                        """,
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            String name = names.username(id, row.getString("username"));
                            return new Found(id, HexFormat.of().formatHex(names.mark(name)));
                        },
                        limit);
        return sql.update(
                """
                update identity_account a set username_mark = decode(n.mark, 'hex')
                  from unnest(?::uuid[], ?::text[]) as n (id, mark)
                 where a.school_id = current_school() and a.id = n.id
                """,
                found.stream().map(Found::id).toArray(UUID[]::new),
                found.stream().map(Found::mark).toArray(String[]::new));
    }
}
