package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.Refusal;
import org.homeroom.privacy.InstallationKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @Test
    void joinsAdjectiveWordSumAndInitials() {
        List<String> names = Username.candidates(" Otter ", seat("Jane", "Doe"));

        assertEquals(20, new HashSet<>(names).size());
        assertTrue(
                names.stream().allMatch(name -> name.matches("[a-z]+otter2017JD")),
                names.toString());
    }

    @Test
    void usesOnlySignsOfEveryKeyboard() {
        assertTrue(
                Username.candidates("Pingüi", seat("Élodie", "李")).get(0).endsWith("pingui2017EX"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ab", "thirteenchars", "two words", "otter1", "кит"})
    void refusesAWordThatNoNameCanBeMadeOf(String word) {
        assertThrows(Refusal.class, () -> Username.word(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "two words", "a b c"})
    void refusesAPassphraseThatIsEasyToGuess(String phrase) {
        assertThrows(Refusal.class, () -> StudentAccounts.passphrase(phrase));
    }

    @Test
    void takesThreeWordsOrTwelveCharacters() {
        assertEquals("blue kite seven", StudentAccounts.passphrase(" blue  kite seven "));
        assertEquals("twelveletter", StudentAccounts.passphrase("twelveletter"));
    }

    private static SeatSecret seat(String firstName, String lastName) {
        return new Recognition(
                        new InstallationKeys(
                                Map.of(
                                        InstallationKeys.PEPPER,
                                        "0123456789abcdef0123456789abcdef")))
                .seat(UUID.randomUUID(), firstName, lastName, LocalDate.of(2012, 3, 2));
    }
}
