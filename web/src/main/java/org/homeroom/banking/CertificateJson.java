package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * Locked savings on the wire.
 *
 * @param ratePercent of a year, inflation included
 * @param worth what is paid out from the day it matures
 * @param early what ending it early pays; null where it cannot end early
 * @param state {@code open}, {@code matured}, {@code ended} or {@code taken_back}
 */
public record CertificateJson(
        UUID id,
        UUID classId,
        UUID studentId,
        String title,
        MoneyJson amount,
        String ratePercent,
        int weeks,
        MoneyJson worth,
        @Nullable MoneyJson early,
        Instant openedAt,
        LocalDate maturesOn,
        String state) {

    static CertificateJson of(Certificate one, String currency) {
        return new CertificateJson(
                one.id(),
                one.classId(),
                one.studentId(),
                one.title(),
                MoneyJson.of(one.amount(), currency),
                PercentText.of(one.rateMicros()),
                one.weeks(),
                MoneyJson.of(one.worth(), currency),
                one.penalty() == null ? null : MoneyJson.of(one.early(), currency),
                one.openedAt(),
                one.maturesOn(),
                one.state());
    }
}
