package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Refusal;

/** The language in which a person reads the product, kept where their account lives. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LanguageService {

    @Inject Homes homes;
    @Inject CredentialService credentials;

    /** Returns what the caller chose; empty while they follow the school. */
    public Optional<Language> chosen() {
        return Optional.ofNullable(caller().language());
    }

    /** Returns the version of the caller's account, which grows with every change to it. */
    public long version() {
        return caller().version();
    }

    /**
     * Keeps the caller's choice.
     *
     * @param code one of {@link Language#codes}; nothing follows the school
     * @throws Refusal naming {@code language} for any other
     */
    public void choose(String code) {
        Language chosen = code == null || code.isEmpty() ? null : spoken(code);
        Account account = caller();
        homes.at(
                account.schoolId(),
                () -> {
                    credentials.changeLanguage(account, chosen);
                    return null;
                });
    }

    private Account caller() {
        return homes.byId(CallerContext.require().accountId()).orElseThrow(Refusal::notFound);
    }

    private static Language spoken(String code) {
        return Language.of(code)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.VALIDATION_ERROR,
                                        "language",
                                        "Choose one of the languages offered."));
    }
}
