package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.audit.AuditRow;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.tenancy.HostName;

/** One person: name and roles, getting in again, being signed out, being let in at all. */
@Named
@RequestScoped
public class PersonPage {

    private static final Texts TEXTS = Texts.of("identity");

    @Inject PeopleService people;
    @Inject DisclosureService disclosures;
    @Inject ErasureService erasures;
    @Inject HttpServletRequest request;

    private PersonDetail shown;
    private List<String> grantable;
    private final Map<String, Boolean> has = new HashMap<>();
    private String name;
    private String email;
    private long version;
    private ProofLink link;
    private List<AuditRow> seen;
    private String word;
    private ErasureReceipt receipt;

    /** Reads the person whom the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id =
                Optional.ofNullable(FieldForm.id(request.getParameter("id")))
                        .orElseThrow(Refusal::notFound);
        shown = people.look(id);
        grantable = people.grantable();
        // What a form sends replaces these; the page's other forms show them again.
        name = shown.displayName();
        email = shown.email();
        version = shown.version();
        grantable.forEach(role -> has.put(role, shown.roles().contains(role)));
    }

    /** Stores name and roles. */
    public void save() {
        act(
                "person",
                () ->
                        people.change(
                                id(),
                                new ChangePerson(
                                        name, email == null ? "" : email, chosen(), version)),
                "person.saved");
    }

    /** Ends every session of the person. */
    public void signOut() {
        act("acts", () -> people.signOut(id()), "person.signed.out");
    }

    /** Closes the account. */
    public void disable() {
        act("acts", () -> people.disable(id()), "person.disabled");
    }

    /** Opens the account again. */
    public void enable() {
        act("acts", () -> people.enable(id()), "person.enabled");
    }

    /** Deletes the account and shows the receipt, this once. */
    public void erase() {
        FieldForm.succeeds("erase", () -> receipt = erasures.erase(id(), word));
    }

    /** Returns the receipt of the account just deleted, or null. */
    public ErasureReceipt getReceipt() {
        return receipt;
    }

    /** Returns what went, as people read it. */
    public List<ReceiptLine> getGone() {
        return ReceiptLine.of(receipt.gone());
    }

    /** Returns what stayed, as people read it. */
    public List<ReceiptLine> getKept() {
        return ReceiptLine.of(receipt.kept());
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    /** Takes the second factor away. */
    public void resetFactor() {
        act("acts", () -> people.resetFactor(id()), "person.factor.gone");
    }

    /** Returns who has seen a student's record, the newest first. */
    public List<AuditRow> getDisclosures() {
        if (seen == null) {
            seen = isStudent() ? disclosures.of(id()) : List.of();
        }
        return seen;
    }

    /** Tells whether the person has a second factor. */
    public boolean isFactor() {
        return people.hasFactor(id());
    }

    /** Makes a link for new proofs and shows it, this once. */
    public void reset() {
        FieldForm.succeeds("reset", () -> link = people.resetLink(id()));
    }

    /** Returns the address of the link just made, or null. */
    public String getLink() {
        return link == null
                ? null
                : HostName.of(request).address() + "/identity/reset?token=" + link.secret();
    }

    /** Tells whether the caller may do anything to the person. */
    public boolean isMine() {
        return people.mayActOn(shown);
    }

    /** Tells whether the roles are for the caller to give and take. */
    public boolean isRolesMine() {
        return grantable.containsAll(shown.roles());
    }

    /** Tells whether it is a student, whose role stays. */
    public boolean isStudent() {
        return shown.roles().contains(Roles.STUDENT);
    }

    private Set<String> chosen() {
        if (!isRolesMine()) {
            return shown.roles();
        }
        Set<String> chosen = new HashSet<>(grantable);
        chosen.removeIf(role -> !Boolean.TRUE.equals(has.get(role)));
        return chosen;
    }

    private void act(String form, Runnable work, String text) {
        if (FieldForm.succeeds(form, work)) {
            FieldForm.say(TEXTS.get(text));
            FieldForm.redirect("/identity/person?id=" + id());
        }
    }

    private UUID id() {
        return shown.id();
    }

    public PersonDetail getShown() {
        return shown;
    }

    public List<String> getGrantable() {
        return grantable;
    }

    /** Returns which roles are ticked, by name. */
    public Map<String, Boolean> getHas() {
        return has;
    }

    public ProofLink getMade() {
        return link;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
