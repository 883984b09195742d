package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.homeroom.attendance.SeatNow;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Show;
import org.homeroom.ledger.EntryRow;
import org.homeroom.roster.GuardianLinkService;

/** A parent's start page: each child with time and money, and a code for one more. */
@Named
@RequestScoped
public class ChildrenPage {

    @Inject ChildrenService overviews;
    @Inject GuardianLinkService guardians;
    @Inject EconomyTexts texts;
    @Inject Show show;

    private List<ChildOverview> children;
    private String code;

    /** Returns the children by name. */
    public List<ChildOverview> getChildren() {
        if (children == null) {
            children = overviews.children();
        }
        return children;
    }

    /** Returns whether the child is in class now, and since when. */
    public String state(ChildInClass one) {
        SeatNow seat = one.seat();
        return seat.isIn()
                ? texts.of("children.in", show.time(seat.since(), one.classRef().zone()))
                : texts.of("children.out");
    }

    /** Returns from when until when the child was in class, such as 09:50–10:41. */
    public String stays(WorkedDay day, ChildInClass one) {
        ZoneId zone = one.classRef().zone();
        return day.sessions().stream()
                .map(
                        stay ->
                                show.clock(stay.from(), zone)
                                        + "–"
                                        + (stay.end() == null ? "" : show.clock(stay.to(), zone)))
                .collect(Collectors.joining(", "));
    }

    /** Returns the word for the entry's kind. */
    public String kind(EntryRow row) {
        return texts.kind(row.kind());
    }

    /** Returns the address of the child's statement in a class. */
    public String statement(ChildInClass one) {
        return "/ledger/statement?account=" + one.checking().id() + "&period=month";
    }

    /** Follows one more child. */
    public void follow() {
        FieldForm.submit("follow", () -> guardians.take(code), () -> "/economy/children");
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
