package org.homeroom.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The rules of the house as functions from its classes to the sentences that accuse. */
final class HouseRules {

    private static final List<String> ENTITY =
            List.of(
                    "jakarta.persistence.Entity",
                    "jakarta.persistence.Embeddable",
                    "jakarta.persistence.MappedSuperclass");
    private static final List<String> RIGHTS =
            List.of(
                    "jakarta.annotation.security.RolesAllowed",
                    "jakarta.annotation.security.PermitAll",
                    "jakarta.annotation.security.DenyAll");
    private static final List<String> TRANSACTIONAL =
            List.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton", "jakarta.ejb.Stateful");
    private static final List<String> BANNED_ENDINGS =
            List.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Bean", "Facade", "Base");
    private static final Set<String> EXACT_MONEY = Set.of("ledger", "payroll", "banking");

    private HouseRules() {}

    /** A1: every class lives in a domain of the table. */
    static List<String> livesInADomain(House house) {
        return accuse(
                house,
                type -> !DomainTable.domains().contains(house.domainOf(type)),
                "lives in no domain of the table");
    }

    /** A2: dependencies between domains are edges of the table. */
    static List<String> importsOnlyAlongEdges(House house) {
        return accuseUse(
                house,
                (from, to) ->
                        !DomainTable.mayImport(house.domainOf(from)).contains(house.domainOf(to)),
                "is not an edge of the table");
    }

    /** A3: nothing in web sees entities, repositories or the entity manager. */
    static List<String> webSeesNoEntities(House house) {
        List<String> found = new ArrayList<>();
        for (JavaClass from : own(house)) {
            if (house.moduleOf(from).equals("web")) {
                for (Dependency use : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = use.getTargetClass();
                    if (isEntity(to)
                            || to.getSimpleName().endsWith("Repository")
                            || to.getName().equals("jakarta.persistence.EntityManager")) {
                        found.add(from.getName() + " uses " + to.getName() + " in web");
                    }
                }
            }
        }
        return found;
    }

    /** A4: across modules only public members of public types, since each has its class loader. */
    static List<String> crossesModulesPublicly(House house) {
        List<String> found = new ArrayList<>();
        for (JavaClass from : own(house)) {
            for (JavaAccess<?> access : from.getAccessesFromSelf()) {
                // An inherited member is named after the heir; what counts is who declares it.
                JavaMember member = (JavaMember) access.getTarget().resolveMember().orElse(null);
                if (member != null
                        && house.holds(member.getOwner())
                        && !house.moduleOf(from).equals(house.moduleOf(member.getOwner()))
                        && !(isPublic(member) && isPublicType(member.getOwner()))) {
                    found.add(access.getDescription());
                }
            }
        }
        return found;
    }

    /** A5: nothing depends on an entity or a repository of another domain. */
    static List<String> keepsEntitiesAtHome(House house) {
        return accuseUse(
                house,
                (from, to) ->
                        !house.domainOf(from).equals(house.domainOf(to))
                                && !house.domainOf(to).equals("kernel")
                                && (isEntity(to) || isForeignRepository(house, from, to)),
                "belongs to another domain");
    }

    // The school of a request is everybody's business: tenancy's reference data may be read by all.
    private static boolean isForeignRepository(House house, JavaClass from, JavaClass to) {
        return to.getSimpleName().endsWith("Repository") && !house.domainOf(to).equals("tenancy");
    }

    /** A6: transactions open only in ejb and batch, and every door there names its rights. */
    static List<String> namesRightsOnEveryDoor(House house) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : own(house)) {
            if (isAnnotated(type, TRANSACTIONAL)) {
                String module = house.moduleOf(type);
                if (!module.equals("ejb") && !module.equals("batch")) {
                    found.add(type.getName() + " opens transactions in " + module);
                } else if (!isAnnotated(type, RIGHTS)) {
                    type.getMethods().stream()
                            .filter(HouseRules::isDoor)
                            .filter(method -> RIGHTS.stream().noneMatch(method::isAnnotatedWith))
                            .forEach(
                                    method -> found.add(method.getFullName() + " names no rights"));
                }
            }
        }
        return found;
    }

    private static boolean isDoor(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.isAnnotatedWith("jakarta.annotation.PostConstruct")
                && !method.isAnnotatedWith("jakarta.annotation.PreDestroy");
    }

    /** A7: suffix and annotation imply each other. */
    static List<String> wearsItsSuffix(House house) {
        List<String> found = new ArrayList<>();
        Map<String, String> pairs =
                Map.of(
                        "Service", "jakarta.ejb.Stateless",
                        "Endpoint", "jakarta.websocket.server.ServerEndpoint",
                        "Resource", "jakarta.ws.rs.Path");
        for (JavaClass type : own(house)) {
            if (type.getEnclosingClass().isPresent() || type.isAnonymousClass()) {
                continue;
            }
            pairs.forEach(
                    (suffix, annotation) -> {
                        if (type.getSimpleName().endsWith(suffix)
                                != type.isAnnotatedWith(annotation)) {
                            found.add(
                                    type.getName()
                                            + ": "
                                            + suffix
                                            + " and @"
                                            + annotation
                                            + " go together");
                        }
                    });
            if (type.getSimpleName().endsWith("Page")
                    && !(house.moduleOf(type).equals("web")
                            && type.isAnnotatedWith("jakarta.inject.Named"))) {
                found.add(type.getName() + ": a page is a named bean of web");
            }
            if (type.getSimpleName().endsWith("Repository")
                    && !house.moduleOf(type).equals("persistence")) {
                found.add(type.getName() + ": repositories live in persistence");
            }
        }
        return found;
    }

    /** A8: simple names are unique in the product, for EL names and batch references are global. */
    static List<String> hasItsOwnName(House house) {
        Map<String, Set<String>> byName = new HashMap<>();
        for (JavaClass type : own(house)) {
            boolean named =
                    type.getEnclosingClass().isEmpty()
                            && !type.getSimpleName().isEmpty()
                            && !type.getSimpleName().equals("package-info");
            if (named) {
                byName.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName());
            }
        }
        return byName.values().stream()
                .filter(names -> names.size() > 1)
                .map(names -> "one name for several classes: " + names)
                .toList();
    }

    /** A9: what the house does not use. */
    static List<String> usesNothingBanned(House house) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : own(house)) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (isBanned(house, type, access)) {
                    found.add(access.getDescription());
                }
            }
            boolean exact = EXACT_MONEY.contains(house.domainOf(type));
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = use.getTargetClass().getName();
                // The batch runtime still hands out dates; leaving them at once is what we want.
                boolean leavesDate = use.getDescription().contains("java.util.Date.toInstant()");
                if (target.equals("java.util.Date") && !leavesDate
                        || exact && (target.equals("double") || target.equals("float"))) {
                    found.add(use.getDescription());
                }
            }
        }
        return found;
    }

    private static boolean isBanned(House house, JavaClass type, JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        boolean readsClock =
                name.equals("now")
                        && owner.startsWith("java.time.")
                        && access.getTarget().getFullName().endsWith("now()")
                        && !type.getSimpleName().equals("SchoolClock");
        return readsClock
                || owner.equals("java.lang.Thread") && name.equals("<init>")
                || name.equals("printStackTrace")
                || owner.equals("java.lang.System") && (name.equals("out") || name.equals("err"));
    }

    /** A10: names that say nothing do not exist. */
    static List<String> hasAMeaningfulName(House house) {
        return accuse(
                house,
                type -> BANNED_ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith),
                "has a name that says nothing");
    }

    private static List<JavaClass> own(House house) {
        return house.classes().stream().filter(house::holds).toList();
    }

    private static List<String> accuse(House house, Predicate<JavaClass> offends, String why) {
        return own(house).stream().filter(offends).map(type -> type.getName() + " " + why).toList();
    }

    private static List<String> accuseUse(
            House house, BiPredicate<JavaClass, JavaClass> offends, String why) {
        List<String> found = new ArrayList<>();
        for (JavaClass from : own(house)) {
            for (Dependency use : from.getDirectDependenciesFromSelf()) {
                JavaClass to = use.getTargetClass();
                if (house.holds(to) && offends.test(from, to)) {
                    found.add(from.getName() + " -> " + to.getName() + " " + why);
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean isEntity(JavaClass type) {
        return isAnnotated(type, ENTITY);
    }

    private static boolean isAnnotated(JavaClass type, List<String> annotations) {
        return annotations.stream().anyMatch(type::isAnnotatedWith);
    }

    private static boolean isPublicType(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isPublic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
