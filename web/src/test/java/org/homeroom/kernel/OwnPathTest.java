package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @Test
    void keepsWhatStaysHere() {
        assertEquals("/payroll/pay?class=7", OwnPath.of("/payroll/pay?class=7"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "payroll"
            })
    void leadsNowhereElse(String wanted) {
        assertEquals("/", OwnPath.of(wanted));
    }
}
