package org.homeroom.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.homeroom.identity.Permission;
import org.homeroom.identity.Roles;
import org.homeroom.operations.IsolationFindings.Part;
import org.homeroom.operations.LoopbackHttp.Ask;
import org.homeroom.operations.LoopbackHttp.Told;

/**
 * Tries jobs from the address of another school: to see, stop and restart its executions, and to
 * start a job that names it. A job started at a school's address works for that school.
 */
final class IsolationJobs {

    private static final String EXECUTIONS = "/api/v1/jobs/executions";

    private final CanarySchool ours;
    private final CanarySchool theirs;
    private final IsolationFindings findings;

    IsolationJobs(CanarySchool ours, CanarySchool theirs, IsolationFindings findings) {
        this.ours = ours;
        this.theirs = theirs;
        this.findings = findings;
    }

    /** Tries them all. */
    void check() throws IOException {
        String execution = theirs.id("executions").orElse(null);
        if (execution == null) {
            findings.gap("JOBS: the district has nobody who may start one");
            return;
        }
        for (String way : Permission.allWays()) {
            if (way.startsWith("JOB ")) {
                findings.tried(Part.JOBS, way);
                list(way, way.substring("JOB ".length()));
            }
        }
        steer(execution, "stop");
        steer(execution, "restart");
        startForAnother();
    }

    private void list(String way, String job) throws IOException {
        String path = EXECUTIONS + "?per_page=100&job=" + job;
        Told told = ours.ask(Roles.OPERATOR, ours.host(), path);
        if (!told.isGood()) {
            findings.gap(way + ": its executions could not be listed");
        } else if (theirs.isIn(told.text()) || names(told, theirs)) {
            findings.leak(way + " shows executions of another school");
        }
    }

    private void steer(String execution, String verb) throws IOException {
        String path = EXECUTIONS + "/" + execution + "/" + verb;
        Told told = post(path, "");
        if (told.status() != 404) {
            findings.leak("JOBS: " + verb + " of another school's execution " + told.status());
        }
    }

    private void startForAnother() throws IOException {
        String parameters = "{\"parameters\":{\"school\":\"%s\"}}";
        Told told =
                post(
                        "/api/v1/jobs/ledger-prove/executions",
                        parameters.formatted(theirs.school().id()));
        String begun = told.text().replaceFirst("(?s).*\"job_execution_id\":(\\d+).*", "$1");
        if (!told.isGood()) {
            findings.gap("JOB ledger-prove could not be started: " + told.status());
            return;
        }
        Told seen = ours.ask(Roles.OPERATOR, ours.host(), EXECUTIONS + "/" + begun);
        if (!seen.isGood() || names(seen, theirs)) {
            findings.leak("JOB ledger-prove works for the school that a request names");
        }
    }

    private Told post(String path, String body) throws IOException {
        return LoopbackHttp.send(
                new Ask(
                        ours.host(),
                        "POST",
                        path,
                        ours.token(Roles.OPERATOR),
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean names(Told told, CanarySchool school) {
        return told.text().contains(school.school().id().toString());
    }
}
