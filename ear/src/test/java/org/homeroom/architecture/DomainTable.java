package org.homeroom.architecture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which domain may import which. The only place where an edge is allowed; {@code docs/domains.md}
 * tells the same in prose and {@link DomainsDocumentTest} compares the two.
 */
final class DomainTable {

    private static final List<String> BASE =
            List.of("kernel", "audit", "tenancy", "privacy", "identity", "realtime", "roster");

    private static final Map<String, List<String>> EDGES = new LinkedHashMap<>();

    static {
        EDGES.put("ledger", List.of());
        EDGES.put("attendance", List.of());
        EDGES.put("payroll", List.of("ledger", "attendance"));
        EDGES.put("banking", List.of("ledger"));
        EDGES.put("economy", List.of("ledger", "attendance", "payroll", "banking"));
        EDGES.put("messaging", List.of());
        EDGES.put("operations", List.of("shell"));
        EDGES.put("shell", List.of());
        EDGES.put("tryout", List.of("ledger", "payroll", "banking"));
        // Plays every part, so it may call every part; nobody may call it.
        EDGES.put(
                "demonstration",
                List.of("ledger", "attendance", "payroll", "banking", "messaging", "operations"));
    }

    private DomainTable() {}

    static Set<String> domains() {
        Set<String> all = new LinkedHashSet<>(BASE);
        all.addAll(EDGES.keySet());
        return all;
    }

    /** Base domains see those above them; the others see all base domains and their own edges. */
    static Set<String> mayImport(String domain) {
        Set<String> allowed = new LinkedHashSet<>();
        int rank = BASE.indexOf(domain);
        allowed.addAll(rank >= 0 ? BASE.subList(0, rank) : BASE);
        allowed.addAll(EDGES.getOrDefault(domain, List.of()));
        allowed.add(domain);
        return allowed;
    }
}
