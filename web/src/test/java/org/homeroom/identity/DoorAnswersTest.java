package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoorAnswersTest {

    private static final String HERE = "http://hill.localhost:8080";

    private final DoorAnswers answers = new DoorAnswers();
    private Map<String, String> hidden = Map.of();
    private String led;

    @Test
    void aStrangerComesToThePageAskedFor() throws IOException {
        send("GET", "class=7", null, false);

        assertEquals("/identity/sign-in?next=%2Fpayroll%2Fpay%3Fclass%3D7", led);
    }

    @Test
    void aFormLeadsBackToThePageItStoodOn() throws IOException {
        send("POST", null, HERE + "/payroll/pay?class=7", true);

        assertEquals("/identity/sign-in?next=%2Fpayroll%2Fpay%3Fclass%3D7%23again&ended=true", led);
    }

    @Test
    void aFormThatWasRefusedBeforeStillLeadsBackToItsClass() throws IOException {
        hidden = Map.of("class", "7", "token", "secret", "back:reason", "x");

        send("POST", null, HERE + "/payroll/pay", true);

        assertEquals("/identity/sign-in?next=%2Fpayroll%2Fpay%3Fclass%3D7%23again&ended=true", led);
    }

    @Test
    void aFormWithoutACookieHasEndedToo() throws IOException {
        send("POST", null, HERE + "/payroll/pay", false);

        assertEquals("/identity/sign-in?next=%2Fpayroll%2Fpay%23again&ended=true", led);
    }

    @Test
    void onlyTheSamePageOfThisHostSaysWhereTo() throws IOException {
        String plain = "/identity/sign-in?next=%2Fpayroll%2Fpay%23again&ended=true";
        for (String referer :
                new String[] {
                    "http://elsewhere.example/payroll/pay?class=8",
                    HERE + "/payroll/run?id=8",
                    "no address at all",
                    ""
                }) {
            send("POST", null, referer, true);

            assertEquals(plain, led, referer);
        }
    }

    private void send(String method, String query, String referer, boolean ended)
            throws IOException {
        HttpServletRequest request =
                fake(
                        HttpServletRequest.class,
                        (proxy, asked, arguments) ->
                                switch (asked.getName()) {
                                    case "getMethod" -> method;
                                    case "getRequestURI" -> "/payroll/pay.xhtml";
                                    case "getQueryString" -> query;
                                    case "getParameter" -> hidden.get(arguments[0]);
                                    case "getServerName" -> "hill.localhost";
                                    case "getHeader" ->
                                            arguments[0].equals("Referer") ? referer : null;
                                    default -> null;
                                });
        HttpServletResponse response =
                fake(
                        HttpServletResponse.class,
                        (proxy, asked, arguments) -> {
                            led = (String) arguments[0];
                            return null;
                        });
        answers.sendToSignIn(request, response, ended);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        Object made =
                Proxy.newProxyInstance(
                        DoorAnswersTest.class.getClassLoader(), new Class<?>[] {type}, answers);
        return type.cast(made);
    }
}
