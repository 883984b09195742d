package org.homeroom.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A school on the wire, as its administrators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchoolJson(
        UUID id,
        String name,
        String subdomain,
        String zone,
        String language,
        String status,
        List<String> modules,
        Limits limits,
        @Nullable Instant suspendedAt,
        @Nullable String suspendedReason,
        @Nullable String domain,
        @Nullable DomainCertificateJson certificate) {

    /** How many people the plan allows; a number left out is not limited. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limits(@Nullable Integer students, @Nullable Integer staff) {

        SchoolLimits plain() {
            return new SchoolLimits(students, staff);
        }
    }

    /** Asks for a new school; English, every module and the usual limits unless it says more. */
    public record Request(
            String name,
            String subdomain,
            String zone,
            @Nullable String language,
            @Nullable Set<String> modules,
            @Nullable Limits limits) {

        SchoolPlan plan() {
            return new SchoolPlan(
                    name,
                    subdomain,
                    zone,
                    language == null ? "en" : language,
                    modules == null ? Modules.ALL : modules,
                    limits == null ? SchoolRules.USUAL_LIMITS : limits.plain());
        }
    }

    /** Changes a school; what is left out stays as it is. */
    public record Change(
            @Nullable String name,
            @Nullable String subdomain,
            @Nullable String zone,
            @Nullable String language,
            @Nullable Set<String> modules,
            @Nullable Limits limits) {

        SchoolPlan over(SchoolDetail before) {
            SchoolRef ref = before.ref();
            return new SchoolPlan(
                    name == null ? ref.name() : name,
                    subdomain == null ? ref.subdomain() : subdomain,
                    zone == null ? ref.zone().getId() : zone,
                    language == null ? ref.language() : language,
                    modules == null ? ref.modules() : modules,
                    limits == null ? before.limits() : limits.plain());
        }
    }

    /** Why a school is closed. */
    public record Suspension(String reason) {}

    static SchoolJson of(SchoolDetail school, Instant now) {
        SchoolRef ref = school.ref();
        return new SchoolJson(
                ref.id(),
                ref.name(),
                ref.subdomain(),
                ref.zone().getId(),
                ref.language(),
                ref.status(),
                ref.modules().stream().sorted().toList(),
                new Limits(school.limits().students(), school.limits().staff()),
                school.suspendedAt(),
                school.suspendedReason(),
                school.certificate() == null ? null : school.certificate().host(),
                school.certificate() == null
                        ? null
                        : DomainCertificateJson.of(school.certificate(), now));
    }
}
