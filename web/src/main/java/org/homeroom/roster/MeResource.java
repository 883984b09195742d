package org.homeroom.roster;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.LanguageService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;

/** Who the caller is, and where. Lives here because it names the caller's classes. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject SchoolService schools;
    @Inject RosterService roster;
    @Inject LanguageService languages;

    /** The caller, their school and their classes. */
    public record Me(Person person, School school, Set<String> roles, List<ClassName> classes) {}

    /** The caller by name, with the language they chose; without one they follow the school. */
    public record Person(UUID id, String name, @Nullable String language) {}

    /** What the caller changes about themselves. */
    public record Change(@Nullable String language) {}

    /** The school the caller works in. */
    public record School(
            UUID id, String name, @Nullable String subdomain, String zone, String language) {}

    /** A class by name. */
    public record ClassName(UUID id, String name, String period) {}

    /** Returns the caller. */
    @Operation(
            does = "Returns who the caller is, and where.",
            by = "everyone",
            versioned = true,
            answers = Me.class)
    @GET
    public Response me() {
        // Before the rest: a change in between makes the version too old, never too new.
        long version = languages.version();
        return EntityVersion.ok(read(), version);
    }

    private Me read() {
        Caller caller = CallerContext.require();
        SchoolRef school = schools.byId(caller.schoolId()).orElseThrow(Refusal::notFound);
        return new Me(
                new Person(
                        caller.accountId(),
                        caller.displayName(),
                        languages.chosen().map(Language::code).orElse(null)),
                new School(
                        school.id(),
                        school.name(),
                        school.subdomain(),
                        school.zone().getId(),
                        school.language()),
                caller.roles(),
                classes(caller));
    }

    /** Changes what the caller reads. */
    @Operation(
            does = "Chooses the language that the caller reads; null follows the school.",
            by = "everyone",
            versioned = true,
            answers = Me.class)
    @PATCH
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Change change) {
        EntityVersion.require(ifMatch, languages.version());
        languages.choose(change.language());
        return me();
    }

    private List<ClassName> classes(Caller caller) {
        boolean inClasses = caller.has(Roles.STUDENT) || caller.has(Roles.TEACHER);
        List<ClassRef> found = inClasses ? roster.myClasses() : List.of();
        return found.stream()
                .map(one -> new ClassName(one.id(), one.name(), one.period()))
                .toList();
    }
}
