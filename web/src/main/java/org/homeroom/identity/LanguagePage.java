package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Texts;

/** The part of the profile where a person chooses the language of all pages. */
@Named
@RequestScoped
public class LanguagePage {

    private static final Texts TEXTS = Texts.of("identity");

    @Inject LanguageService languages;
    @Inject SessionDoor door;
    @Inject HttpServletRequest request;

    private String language;

    @PostConstruct
    void load() {
        language = languages.chosen().map(Language::code).orElse("");
    }

    /** Keeps the choice and shows the profile in it. */
    public void choose() {
        FieldForm.submit("speech", this::keep, () -> "/identity/profile");
    }

    private void keep() {
        languages.choose(language);
        door.renew(request);
        LanguageChoice.forget(request, response());
        Language.bind(Language.of(language).orElseGet(this::schools));
        FieldForm.say(TEXTS.get("profile.language.done"));
    }

    /** Returns the languages to choose from. */
    public List<Language> getChoices() {
        return List.of(Language.values());
    }

    /** Returns what it says to choose none: the school's language holds. */
    public String getSchoolLabel() {
        return TEXTS.get("profile.language.school", schools().ownName());
    }

    private Language schools() {
        return Language.of(Visit.of(request).place().school().language()).orElse(Language.EN);
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
