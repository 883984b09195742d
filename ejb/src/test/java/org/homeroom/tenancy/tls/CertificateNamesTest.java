package org.homeroom.tenancy.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A star stands for one label, the first, and for the whole of it. */
class CertificateNamesTest {

    @ParameterizedTest
    @CsvSource({
        "school.example.org, school.example.org, true",
        "School.Example.ORG, school.example.org, true",
        "*.example.org, school.example.org, true",
        "*.example.org, example.org, false",
        "*.example.org, a.school.example.org, false",
        "s*.example.org, school.example.org, false",
        "*, school, false",
        "x.example.org, school.example.org, false",
        "example.org, school.example.org, false",
        "*.org, example.org, true",
        "*.chool.example.org, school.example.org, false"
    })
    void fits(String name, String host, boolean fits) {
        assertEquals(fits, CertificateNames.fits(name, host));
    }
}
