package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.homeroom.attendance.SeatNow;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.TimeText;
import org.homeroom.ledger.EntryRow;
import org.homeroom.roster.GuardianLinkService;

/** A parent's start page: each child with time and money, and a code for one more. */
@Named
@RequestScoped
public class ChildrenPage {

    private static final int DAYS = 7;

    @Inject ChildrenService overviews;
    @Inject GuardianLinkService guardians;
    @Inject EconomyTexts texts;
    @Inject Show show;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private List<ChildOverview> children;
    private String code;

    /** Returns the children by name. */
    public List<ChildOverview> getChildren() {
        if (children == null) {
            children = overviews.children(TimeText.dayOrNull(request.getParameter("week")));
        }
        return children;
    }

    /** Returns the Monday of the week that is shown, null without a child in a class. */
    public LocalDate getMonday() {
        return getChildren().stream()
                .flatMap(child -> child.classes().stream())
                .map(ChildInClass::monday)
                .findFirst()
                .orElse(null);
    }

    /** Tells whether today is in the week that is shown. */
    public boolean isThisWeek() {
        return getChildren().stream()
                .flatMap(child -> child.classes().stream())
                .allMatch(
                        one ->
                                clock.today(one.classRef().zone())
                                        .isBefore(one.monday().plusWeeks(1)));
    }

    /** Returns from when until when the week is. */
    public String span(ChildInClass one) {
        ZoneId zone = one.classRef().zone();
        return texts.of(
                "week.span",
                show.date(one.monday(), zone),
                show.date(one.monday().plusDays(DAYS - 1L), zone));
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
