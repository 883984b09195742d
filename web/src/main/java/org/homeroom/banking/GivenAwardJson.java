package org.homeroom.banking;

import java.time.Instant;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * A reward, fine or payment as it was given in one act.
 *
 * @param id of the act
 * @param kind {@code reward}, {@code fine} or {@code payment}
 * @param account {@code checking} or {@code savings}
 * @param students how many it was for
 * @param total negative when it was taken
 * @param takenBack for how many of them it was taken back
 */
public record GivenAwardJson(
        UUID id,
        String kind,
        String account,
        String reason,
        Instant at,
        int students,
        MoneyJson total,
        int takenBack) {

    static GivenAwardJson of(GivenAward given, String currency) {
        return new GivenAwardJson(
                given.id(),
                given.kind().wire(),
                given.account(),
                given.reason(),
                given.at(),
                given.students(),
                MoneyJson.of(given.total(), currency),
                given.takenBack());
    }
}
