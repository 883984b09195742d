package org.homeroom.tenancy;

/** Statements of another domain's repositories in a test's transaction. */
public final class TestSql {

    private TestSql() {}

    /** Returns statements on the database's connection. */
    public static TenantSql over(TenantDatabase database) {
        TenantSql sql = new TenantSql();
        sql.database = database;
        return sql;
    }
}
