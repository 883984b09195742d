package org.homeroom.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** One entry with all its postings, and the button that takes it back. */
@Named
@RequestScoped
public class EntryPage {

    @Inject BookService books;
    @Inject LedgerService ledger;
    @Inject RosterService roster;
    @Inject StatementTexts texts;
    @Inject HttpServletRequest request;

    @Inject OriginWords origins;

    private FullEntry shown;
    private EntryOrigin origin;
    private ClassRef inClass;
    private String reason;

    /** Reads the entry that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("id"));
        if (id == null) {
            throw Refusal.notFound();
        }
        shown = books.entry(id);
        inClass = roster.ownedClass(shown.bookId());
        origin = books.origin(id);
    }

    /** Takes the entry back and shows the one that did. */
    public void takeBack() {
        UUID[] made = new UUID[1];
        FieldForm.submit(
                "back",
                () -> {
                    made[0] = ledger.reverseAsTeacher(shown.id(), reason).entryId();
                    FieldForm.say(texts.of("entry.done"));
                },
                () -> address(made[0]));
    }

    /** Returns the address of an entry of the same class. */
    public String address(UUID entry) {
        return "/ledger/entry?id=" + entry + "&class=" + inClass.id();
    }

    public String accountName(EntryLine line) {
        return texts.account(line.accountKind());
    }

    /** Returns who did it and why; empty for what nobody of this school did. */
    public List<String> getStory() {
        return origins.story(origin, shown.kind(), shown.description());
    }

    /** Returns the run, the loan or the account that is behind it. */
    public List<StatementLink> getLinks() {
        return origins.links(origin, inClass.id(), null, true);
    }

    public String getKindName() {
        return texts.kind(shown.kind());
    }

    public FullEntry getShown() {
        return shown;
    }

    public ClassRef getInClass() {
        return inClass;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
