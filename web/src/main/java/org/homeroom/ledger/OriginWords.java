package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Show;

/** Tells who and what is behind an entry, and leads there whoever may see it. */
@ApplicationScoped
public class OriginWords {

    @Inject StatementTexts texts;
    @Inject Show show;

    /** Returns who did it and why, and where it came from or went to. */
    List<String> story(EntryOrigin origin, String kind, String why) {
        List<String> story = new ArrayList<>();
        if (origin.by() != null) {
            story.add(texts.of("story.by", texts.kind(kind), origin.by(), show.sentence(why)));
        } else if (origin.scheduled()) {
            story.add(texts.of("story.scheduled", texts.kind(kind), show.sentence(why)));
        }
        if (origin.otherAccount() != null) {
            story.add(texts.of("story.other", other(origin)));
        }
        return story;
    }

    /**
     * Returns what the reader may open.
     *
     * @param reader whose accounts lead on; who runs the class may open every account
     */
    List<StatementLink> links(EntryOrigin origin, UUID classId, UUID reader, boolean runner) {
        List<StatementLink> links = new ArrayList<>();
        if (runner && origin.runId() != null) {
            boolean pay = origin.cause().type().startsWith("pay_");
            add(
                    links,
                    (pay ? "/payroll/run" : "/banking/run") + of(classId, origin.runId()),
                    "run");
        }
        if (runner && origin.act() != null) {
            add(links, "/banking/award" + of(classId, origin.act()), "award");
        }
        // A parent sees a child's entry, and has no page of a loan or of savings.
        String type = runner || reader != null ? origin.cause().type() : "";
        switch (type) {
            case "loan" -> add(links, "/banking/loan" + of(classId, origin.cause().id()), "loan");
            case "certificate" ->
                    add(
                            links,
                            (runner ? "/banking/loans?class=" : "/banking/savings?class=")
                                    + classId,
                            "certificate");
            case "entry" -> {
                if (runner) {
                    add(links, "/ledger/entry" + of(classId, origin.cause().id()), "cause");
                }
            }
            default -> {}
        }
        boolean own = reader != null && reader.equals(origin.otherOwner());
        if (origin.otherAccount() != null && (runner || own)) {
            links.add(
                    new StatementLink(
                            "/ledger/statement?account=" + origin.otherAccount(),
                            texts.of("story.see.other", other(origin))));
        }
        return links;
    }

    // The class too, so that the page's head names the class that the reader comes from.
    private static String of(UUID classId, UUID id) {
        return "?class=" + classId + "&id=" + id;
    }

    private void add(List<StatementLink> links, String href, String what) {
        links.add(new StatementLink(href, texts.of("story.see." + what)));
    }

    private String other(EntryOrigin origin) {
        String kind = texts.account(origin.otherKind());
        return origin.otherName() == null ? kind : origin.otherName() + ", " + kind;
    }
}
