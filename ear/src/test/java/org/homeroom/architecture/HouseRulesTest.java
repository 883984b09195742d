package org.homeroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds in the product, and each catches the class that was planted to break it. */
class HouseRulesTest {

    private static final House PRODUCT = House.product();
    private static final House PLANTED = House.planted();

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("A1 lives in a domain", HouseRules::livesInADomain, "planted.stores.Shelf"),
                rule(
                        "A2 imports along edges",
                        HouseRules::importsOnlyAlongEdges,
                        "planted.ledger.Gossip"),
                rule(
                        "A3 web sees no entities",
                        HouseRules::webSeesNoEntities,
                        "planted.payroll.PeekPage"),
                rule(
                        "A4 crosses modules publicly",
                        HouseRules::crossesModulesPublicly,
                        "planted.payroll.Burglar"),
                rule(
                        "A5 keeps entities at home",
                        HouseRules::keepsEntitiesAtHome,
                        "planted.payroll.PeekPage"),
                rule(
                        "A6 names rights",
                        HouseRules::namesRightsOnEveryDoor,
                        "planted.payroll.OpenDoorService"),
                rule(
                        "A7 wears its suffix",
                        HouseRules::wearsItsSuffix,
                        "planted.payroll.FalseService"),
                rule("A8 has its own name", HouseRules::hasItsOwnName, "planted.ledger.Twin"),
                rule(
                        "A9 uses nothing banned",
                        HouseRules::usesNothingBanned,
                        "planted.payroll.Sloppy"),
                rule(
                        "A10 has a name",
                        HouseRules::hasAMeaningfulName,
                        "planted.payroll.PayHelper"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheProduct(Function<House, List<String>> rule, String offender) {
        assertEquals(List.of(), rule.apply(PRODUCT));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catchesThePlantedOffender(Function<House, List<String>> rule, String offender) {
        List<String> accused = rule.apply(PLANTED);

        assertTrue(accused.stream().anyMatch(line -> line.contains(offender)), accused.toString());
    }

    private static Arguments rule(
            String name, Function<House, List<String>> rule, String offender) {
        return Arguments.of(Named.of(name, rule), offender);
    }
}
