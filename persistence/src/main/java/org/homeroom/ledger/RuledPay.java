package org.homeroom.ledger;

/**
 * How pay under a rule is put together: seconds, what rounding made of them and what a cap left
 * unpaid; the parts of the amount in minor units add up to it.
 *
 * @param ruleNumber counts the class's rules from 1
 * @param rounding seconds that rounding added, less than nothing for what it took
 * @param capped seconds that a cap left unpaid
 * @param overtime paid seconds beyond the threshold
 * @param overtimeThousandths of the rate, for them
 * @param capDay seconds that a day pays at most, null for no cap
 * @param capWeek likewise a week
 * @param capMonth likewise a month
 * @param bonus paid seconds with the bonus
 */
public record RuledPay(
        int ruleNumber,
        long rounding,
        long capped,
        Long capDay,
        Long capWeek,
        Long capMonth,
        long overtime,
        int overtimeThousandths,
        long bonus,
        long regularAmount,
        long overtimeAmount,
        long bonusAmount) {}
