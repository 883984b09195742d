package org.homeroom.attendance;

import org.homeroom.roster.TestSeatNames;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TestSql;

/** The boards of classes in another domain's test. */
public final class TestBoards {

    private TestBoards() {}

    /** Returns boards on the database's connection. */
    public static BoardRepository over(TenantDatabase database) {
        BoardRepository boards = new BoardRepository();
        boards.sql = TestSql.over(database);
        boards.names = TestSeatNames.names();
        return boards;
    }
}
