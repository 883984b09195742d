package org.homeroom.operations;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.CanarySchoolService;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Plants canaries in two schools that exist for it alone, tries to reach those of the one as the
 * other, and signs what it found. The report is in the database, and beside it in the server's data
 * directory under {@code isolation-reports}. The job fails when something leaks or was not tried.
 * Stopped, it ends before the next table or request and gives the report up.
 */
@Named
@Dependent
public class IsolationCheck extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(IsolationCheck.class.getName());
    private static final String OURS = "isolation-canary-1";
    private static final String THEIRS = "isolation-canary-2";
    private static final int LONGEST_STATUS = 500;

    @Inject IsolationStepService steps;
    @Inject IsolationTables tables;
    @Inject CanaryPeopleService people;
    @Inject CanarySchoolService canaries;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;
    @Inject JobContext job;

    /** A report that was begun; empty to begin one. */
    @Inject @BatchProperty String report;

    private final StopSign stop = new StopSign();

    @Override
    public String process() throws Exception {
        UUID district = schools.district().orElseThrow().id();
        UUID id = TenantContext.callAs(district, this::report);
        IsolationFindings findings = new IsolationFindings();
        Instant begun = clock.now();
        try {
            int planted = tryEverything(findings);
            String content = findings.json(id, begun, clock.now(), planted);
            TenantContext.runAs(district, () -> steps.finish(id, findings.state(), content));
            print(TenantContext.callAs(district, () -> steps.find(id).orElseThrow()));
        } catch (CancellationException e) {
            TenantContext.runAs(district, () -> steps.fail(id));
            return "STOPPED";
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "isolation report " + id + " not made", e);
            TenantContext.runAs(district, () -> steps.fail(id));
            throw e;
        }
        if (!findings.state().equals("clean")) {
            String found = findings.sentence();
            LOG.log(System.Logger.Level.ERROR, "isolation report " + id + ": " + found);
            job.setExitStatus(found.substring(0, Math.min(LONGEST_STATUS, found.length())));
            throw new IllegalStateException(found);
        }
        return "CLEAN";
    }

    @Override
    public void stop() {
        stop.raise();
    }

    private UUID report() {
        try {
            // What was signed stays as it is: a restart begins a report of its own.
            return Optional.ofNullable(report)
                    .filter(id -> !id.isBlank())
                    .map(UUID::fromString)
                    .flatMap(steps::find)
                    .filter(IsolationReport::isRunning)
                    .map(IsolationReport::id)
                    .orElseGet(steps::begin);
        } catch (Refusal refusal) {
            job.setExitStatus(refusal.getMessage());
            throw refusal;
        }
    }

    private int tryEverything(IsolationFindings findings) throws Exception {
        UUID operator = people.ofDistrict(Roles.OPERATOR);
        SchoolRef first = canaries.open(OURS);
        SchoolRef second = canaries.open(THEIRS);
        CanarySchool ours = null;
        CanarySchool theirs = null;
        try {
            ours = CanarySchool.plant(people, first, operator, clock.now(), stop);
            theirs = CanarySchool.plant(people, second, operator, clock.now(), stop);
            int planted = tables.check(first, second, findings, stop);
            new IsolationAddresses(ours, theirs, findings).check();
            new IsolationSocket(ours, theirs, findings).check();
            new IsolationJobs(ours, theirs, findings).check();
            return planted;
        } finally {
            close(ours, OURS);
            close(theirs, THEIRS);
        }
    }

    private void close(CanarySchool school, String label) {
        if (school != null) {
            school.leave();
        }
        canaries.close(label);
    }

    private static void print(IsolationReport made) throws IOException {
        String data = System.getProperty("jboss.server.data.dir");
        Path folder = Files.createDirectories(Path.of(data, "isolation-reports"));
        Files.writeString(folder.resolve(made.id() + ".txt"), made.printed());
    }
}
