package org.homeroom.tenancy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Refusal;

/** What stands in the fields of a school's form. */
public class SchoolForm {

    private String name = "";
    private String subdomain = "";
    private String zone = "UTC";
    private String language = "en";
    private final Map<String, Boolean> uses = new HashMap<>();
    private String students = SchoolRules.USUAL_LIMITS.students().toString();
    private String staff = SchoolRules.USUAL_LIMITS.staff().toString();

    /** An empty form: every module, the usual limits. */
    public SchoolForm() {
        use(Modules.ALL);
    }

    /** Fills the fields with what a school is now. */
    void fill(SchoolDetail school) {
        name = school.ref().name();
        subdomain = school.ref().subdomain();
        zone = school.ref().zone().getId();
        language = school.ref().language();
        use(school.ref().modules());
        students = text(school.limits().students());
        staff = text(school.limits().staff());
    }

    /** Returns what was entered. */
    SchoolPlan plan() {
        return new SchoolPlan(
                name,
                subdomain == null ? null : subdomain.strip().toLowerCase(Locale.ROOT),
                zone,
                language,
                getChoices().stream()
                        .filter(module -> Boolean.TRUE.equals(uses.get(module)))
                        .collect(Collectors.toSet()),
                new SchoolLimits(whole("students", students), whole("staff", staff)));
    }

    /** Returns the zones to choose from. */
    public List<String> getZones() {
        return SchoolRules.zones();
    }

    /** Returns the languages to choose from. */
    public List<String> getLanguages() {
        return Language.codes();
    }

    /** Returns the modules to choose from, in the order of the page. */
    public final List<String> getChoices() {
        return List.of(Modules.ECONOMY, Modules.MESSAGING, Modules.LEARNING, Modules.WORKSPACES);
    }

    private void use(Set<String> modules) {
        getChoices().forEach(module -> uses.put(module, modules.contains(module)));
    }

    private static String text(Integer number) {
        return number == null ? "" : number.toString();
    }

    private static Integer whole(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    field,
                    "Write a whole number of people, or nothing for no limit.");
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSubdomain() {
        return subdomain;
    }

    public void setSubdomain(String subdomain) {
        this.subdomain = subdomain;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** Returns which modules are ticked, by name. */
    public Map<String, Boolean> getUses() {
        return uses;
    }

    public String getStudents() {
        return students;
    }

    public void setStudents(String students) {
        this.students = students;
    }

    public String getStaff() {
        return staff;
    }

    public void setStaff(String staff) {
        this.staff = staff;
    }
}
