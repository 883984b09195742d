package org.homeroom.roster;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.homeroom.identity.StudentDoor;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Language;

/**
 * A pupil's first visit: find the seat, choose a word, choose PIN and passphrase, read the name.
 */
@Named
@ViewScoped
public class ClaimPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PROMPTS = 10;

    /** What the pupil is doing. */
    public enum Step {
        SEAT,
        WORD,
        PROOFS,
        DONE
    }

    @Inject ClaimService claims;
    @Inject StudentDoor door;

    private Step step = Step.SEAT;
    private final int prompt = ThreadLocalRandom.current().nextInt(PROMPTS);
    private UUID claimId;
    private boolean joined;
    private boolean twins;
    private String username;
    private String joinCode;
    private String firstInitial;
    private String lastName;
    private String firstName;
    private String birthDate;
    private String word;
    private String pin;
    private String passphrase;

    /** Looks for the seat. */
    public void find() {
        FieldForm.succeeds(
                "claim",
                () -> {
                    twins = false;
                    OpenClaim open = claim();
                    claimId = open.id();
                    joined = open.joined();
                    step = joined ? Step.DONE : Step.WORD;
                });
    }

    /** Goes on to PIN and passphrase; the word is checked again with them. */
    public void name() {
        FieldForm.succeeds(
                "claim",
                () -> {
                    claims.checkWord(word);
                    step = Step.PROOFS;
                });
    }

    /** Takes the seat. */
    public void take() {
        boolean taken =
                FieldForm.succeeds(
                        "claim",
                        () ->
                                username =
                                        claims.choose(
                                                claimId,
                                                new ChooseCredentials(word, pin, passphrase)));
        pin = null;
        if (taken) {
            ExternalContext browser = FacesContext.getCurrentInstance().getExternalContext();
            door.remember(
                    (HttpServletRequest) browser.getRequest(),
                    (HttpServletResponse) browser.getResponse(),
                    username);
            passphrase = null;
            step = Step.DONE;
        }
    }

    /** Goes one step back; what was typed stays. */
    public void back() {
        step = step == Step.PROOFS ? Step.WORD : Step.SEAT;
    }

    private OpenClaim claim() {
        try {
            return claims.claim(
                    new ClaimSeat(joinCode, firstInitial, lastName, birthDate, firstName));
        } catch (TwoSeatsMatch refusal) {
            twins = true;
            throw refusal;
        }
    }

    /** Returns the languages that a step can be read in. */
    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public Step getStep() {
        return step;
    }

    /** Returns the key of the question that helps to find a word. */
    public String getPromptKey() {
        return "claim.word.prompt." + prompt;
    }

    public boolean isJoined() {
        return joined;
    }

    /** Tells whether the first name decides between two seats. */
    public boolean isTwins() {
        return twins;
    }

    public String getUsername() {
        return username;
    }

    public String getJoinCode() {
        return joinCode;
    }

    public void setJoinCode(String joinCode) {
        this.joinCode = joinCode;
    }

    public String getFirstInitial() {
        return firstInitial;
    }

    public void setFirstInitial(String firstInitial) {
        this.firstInitial = firstInitial;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = birthDate;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }
}
