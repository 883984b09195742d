package org.homeroom.audit;

import java.util.Map;
import java.util.Optional;
import org.homeroom.kernel.Texts;

/** Puts deeds and what they were done to into the reader's words; raw values stay in the tables. */
final class AuditWords {

    private static final Texts TEXTS = Texts.of("audit");

    /** Which word names a kind of subject. */
    private static final Map<String, String> THINGS =
            Map.ofEntries(
                    Map.entry("account", "identity.account"),
                    Map.entry("bank_product", "banking.product"),
                    Map.entry("bank_run", "banking.run"),
                    Map.entry("certificate", "banking.certificate"),
                    Map.entry("class", "roster.class"),
                    Map.entry("data_key", "privacy.key"),
                    Map.entry("deletion_request", "roster.deletion"),
                    Map.entry("entry", "ledger.entry"),
                    Map.entry("hold", "ledger.hold"),
                    Map.entry("invitation", "identity.invitation"),
                    Map.entry("isolation_report", "operations.isolation"),
                    Map.entry("job", "operations.job"),
                    Map.entry("loan", "banking.loan"),
                    Map.entry("passkey", "identity.passkey"),
                    Map.entry("pay_run", "payroll.run"),
                    Map.entry("pin_rule", "identity.pin_rule"),
                    Map.entry("recovery", "roster.recovery"),
                    Map.entry("roster_delivery", "roster.delivery"),
                    Map.entry("school", "tenancy.school"),
                    Map.entry("seat", "roster.seat"),
                    Map.entry("sign_in", "identity.sign_in"),
                    Map.entry("student", "student"),
                    Map.entry("tap", "attendance.tap"),
                    Map.entry("template", "banking.template"));

    /** Where a subject with an id is shown to those who run classes. */
    private static final Map<String, String> PAGES =
            Map.of(
                    "bank_run", "/banking/run?id=",
                    "class", "/payroll/pay?class=",
                    "entry", "/ledger/entry?id=",
                    "pay_run", "/payroll/run?id=");

    private AuditWords() {}

    /** Says an action such as {@code payroll.run.reversed}; one without words stays as it is. */
    static String action(String action) {
        int dot = action.lastIndexOf('.');
        Optional<String> thing =
                dot < 0 ? Optional.empty() : TEXTS.find("thing." + action.substring(0, dot));
        Optional<String> verb =
                dot < 0 ? Optional.empty() : TEXTS.find("verb." + action.substring(dot + 1));
        return thing.isPresent() && verb.isPresent()
                ? TEXTS.get("log.said", thing.get(), verb.get())
                : action;
    }

    /** Names a kind of subject; one without a word stays as it is. */
    static String subject(String type) {
        return TEXTS.find("thing." + THINGS.getOrDefault(type, type)).orElse(type);
    }

    /** Returns the address of a subject's page, null for none. */
    static String page(AuditRow row) {
        String page = row.subjectType() == null ? null : PAGES.get(row.subjectType());
        return page == null || row.subjectId() == null ? null : page + row.subjectId();
    }
}
