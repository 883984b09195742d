package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.homeroom.kernel.JobParameter;
import org.homeroom.kernel.JobProgress;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Tells operators how many changes of a delivered roster are applied. */
@ApplicationScoped
public class RosterApplyProgress implements JobProgress {

    private static final String ROSTER = "roster";
    private static final int CHOICES = 50;

    @Inject DeliveryStepService deliveries;
    @Inject SchoolService schools;

    @Override
    public String jobName() {
        return RosterApproval.JOB;
    }

    @Override
    public List<String> parameters() {
        return List.of("school", ROSTER);
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public List<Choice> choices(String parameter) {
        return ROSTER.equals(parameter)
                ? deliveries.list(1, CHOICES).rows().stream()
                        .filter(one -> one.state() == DeliveryState.VALIDATED)
                        .map(
                                one ->
                                        new Choice(
                                                one.id().toString(),
                                                Objects.toString(one.fileName(), ""),
                                                one.createdAt()))
                        .toList()
                : List.of();
    }

    @Override
    public void check(Properties parameters) {
        UUID id = JobParameter.id(ROSTER, "a roster", parameters.getProperty(ROSTER));
        JobParameter.found(ROSTER, "roster", id, deliveries::find);
    }

    @Override
    public Progress of(Properties parameters) {
        try {
            UUID roster = UUID.fromString(parameters.getProperty(ROSTER, ""));
            Optional<SchoolRef> school = schools.named(parameters.getProperty("school", ""));
            return school.isEmpty()
                    ? Progress.UNKNOWN
                    : TenantContext.callAs(school.get().id(), () -> read(roster));
        } catch (Refusal | IllegalArgumentException e) {
            // Started by hand for something that is no roster.
            return Progress.UNKNOWN;
        } catch (Exception e) {
            throw new IllegalStateException("the progress of a roster could not be read", e);
        }
    }

    private Progress read(UUID id) {
        RosterDelivery delivery = deliveries.find(id);
        String about = delivery.fileName() == null ? "" : delivery.fileName();
        return new Progress(
                about, "/roster/delivery?id=" + id, delivery.rowsApplied(), delivery.rows());
    }
}
