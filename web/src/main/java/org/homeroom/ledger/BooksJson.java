package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * The books of a class on the wire: a trial balance, how it is proven, and the students' money day
 * by day.
 *
 * @param debit what the accounts below zero come to
 * @param credit what the others come to; the same as debit
 * @param supply what the students have together
 * @param sealedTo number of the school's newest seal
 * @param provedAt null before the first proof
 * @param sound what the newest proof of the school found; null before the first
 */
public record BooksJson(
        UUID classId,
        boolean balanced,
        MoneyJson debit,
        MoneyJson credit,
        MoneyJson supply,
        long entries,
        long sealed,
        long sealedTo,
        @Nullable Instant provedAt,
        @Nullable Boolean sound,
        List<AccountJson> accounts,
        List<DayJson> days) {

    /** What the students had when a day ended, what came and what went. */
    public record DayJson(LocalDate day, MoneyJson made, MoneyJson taken, MoneyJson held) {}

    static BooksJson of(ClassBooks books, List<SupplyDay> days) {
        String currency = books.classRef().currency();
        ChainHead head = books.proof().head();
        Proof proof = books.proof().latest();
        return new BooksJson(
                books.classRef().id(),
                books.isBalanced(),
                MoneyJson.of(books.debit(), currency),
                MoneyJson.of(books.credit(), currency),
                MoneyJson.of(books.supply(), currency),
                books.state().entries(),
                books.state().sealed(),
                head == null ? 0 : head.position(),
                proof == null ? null : proof.provedAt(),
                proof == null ? null : proof.sound(),
                books.accounts().stream().map(AccountJson::of).toList(),
                days.stream()
                        .map(
                                one ->
                                        new DayJson(
                                                one.day(),
                                                MoneyJson.of(one.made(), currency),
                                                MoneyJson.of(one.taken(), currency),
                                                MoneyJson.of(one.held(), currency)))
                        .toList());
    }
}
