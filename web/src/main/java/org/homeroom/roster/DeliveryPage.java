package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;

/** A delivered roster: its problems, what it changes, and letting it. */
@Named
@RequestScoped
public class DeliveryPage {

    private static final int FIRST_ROWS = 12;
    private static final int ALL = 100;
    private static final int MOST_PROBLEMS = 100;

    @Inject RosterDeliveryService rosters;
    @Inject HttpServletRequest request;

    private RosterDelivery delivery;
    private List<DeliveryPart> losing;
    private final Map<RosterChange, List<StagedRow>> rows = new LinkedHashMap<>();

    /** Reads the roster that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("id"));
        if (id == null) {
            throw Refusal.notFound();
        }
        delivery = rosters.find(id);
        losing = rosters.losing(delivery);
        for (RosterChange change :
                List.of(RosterChange.LEAVING, RosterChange.CREATED, RosterChange.CHANGED)) {
            List<StagedRow> found = rosters.rows(id, change, FIRST_ROWS);
            if (!found.isEmpty()) {
                rows.put(change, found);
            }
        }
    }

    /** Lets the roster change its schools, or go on with those that are left. */
    public void apply() {
        FieldForm.submit(
                "approve",
                () -> rosters.apply(delivery.id(), request.getParameter("accept") != null),
                this::address);
    }

    /** Asked again and again while the job works; leads to the finished page when it has ended. */
    public void look() {
        if (delivery.state() != DeliveryState.APPLYING) {
            FieldForm.redirect(address());
        }
    }

    /** Tells whether the browser watches the job; the last look finds it ended. */
    public boolean isWatched() {
        return delivery.state() == DeliveryState.APPLYING
                || request.getParameter("progress") != null;
    }

    /** Returns how many of a hundred changes are made. */
    public int getPercent() {
        return delivery.rows() == 0 ? ALL : delivery.rowsApplied() * ALL / delivery.rows();
    }

    /** Tells whether it waits for somebody to let it. */
    public boolean isWaiting() {
        return delivery.state() == DeliveryState.VALIDATED
                || delivery.state() == DeliveryState.FAILED;
    }

    /** Returns the first changes of each sort, those who leave first. */
    public List<Map.Entry<RosterChange, List<StagedRow>>> getRows() {
        return List.copyOf(rows.entrySet());
    }

    /** Returns the first of what stands in the way. */
    public List<DeliveryProblem> getFaults() {
        return delivery.faults().stream().limit(MOST_PROBLEMS).toList();
    }

    /** Returns the first of what is said for information. */
    public List<DeliveryProblem> getNotes() {
        return delivery.notes().stream().limit(MOST_PROBLEMS).toList();
    }

    /** Returns how many people leave in all schools. */
    public int getLeaving() {
        return delivery.getUsers().leaving();
    }

    public RosterDelivery getDelivery() {
        return delivery;
    }

    /** Returns the schools that would lose more than may leave without a word. */
    public List<DeliveryPart> getLosing() {
        return losing;
    }

    private String address() {
        return "/roster/delivery?id=" + delivery.id();
    }
}
