package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class DoorSideTest {

    private static final String STATEMENT = "/ledger/statement?account=7";

    @Test
    void aPageThatNoStudentMayOpenIsTheStaffs() {
        assertTrue(DoorSide.isStaffs(last(null), "/banking/settings?class=7", true));
        assertTrue(DoorSide.isStaffs(last("student"), "/payroll/pay", false));
    }

    @Test
    void aPageOfBothLeadsToTheFormUsedLast() {
        assertTrue(DoorSide.isStaffs(last("staff"), STATEMENT, true));
        assertTrue(DoorSide.isStaffs(last("staff"), STATEMENT, false));
        assertFalse(DoorSide.isStaffs(last("student"), STATEMENT, true));
        assertFalse(DoorSide.isStaffs(last(null), STATEMENT, true));
    }

    @Test
    void whoComesToTheDoorItselfIsAStudentUnlessSignedInUntilNow() {
        assertFalse(DoorSide.isStaffs(last("staff"), null, false));
        assertTrue(DoorSide.isStaffs(last("staff"), null, true));
        assertFalse(DoorSide.isStaffs(last(null), "https://elsewhere.example/", true));
    }

    @Test
    void aPageOfStudentsAloneIsTheirs() {
        assertFalse(DoorSide.isStaffs(last("staff"), "/banking/borrow?class=7", true));
    }

    private static HttpServletRequest last(String side) {
        Cookie[] cookies = side == null ? null : new Cookie[] {new Cookie(DoorSide.COOKIE, side)};
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        DoorSideTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, asked, arguments) -> cookies);
    }
}
