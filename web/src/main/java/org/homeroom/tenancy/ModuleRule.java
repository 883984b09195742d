package org.homeroom.tenancy;

import java.util.Map;
import java.util.regex.Pattern;

/** Which addresses belong to which module (tenancy.md section 2, module gate). */
public final class ModuleRule {

    private static final Map<String, Pattern> ADDRESSES =
            Map.of(
                    Modules.ECONOMY,
                    Pattern.compile(
                            "/(economy|ledger|payroll|banking)/.*"
                                    + "|/api/v1/(accounts|children|entries|ledger|pay-runs|bank-runs|transfers)(/.*)?"
                                    + "|/api/v1/classes/[^/]+/(accounts|pay-.*|awards(/.*)?|award-.*|rewards|fines|payments|bank-.*|bonus-.*|interest-.*)"),
                    Modules.MESSAGING,
                    Pattern.compile("/messaging/.*|/api/v1/conversations(/.*)?"),
                    Modules.LEARNING,
                    Pattern.compile("/learning/.*|/api/v1/courses(/.*)?"),
                    Modules.WORKSPACES,
                    Pattern.compile("/workspaces/.*|/api/v1/workspaces(/.*)?"));

    private ModuleRule() {}

    /** Tells whether the school uses what stands at the address. */
    public static boolean admits(SchoolRef school, String path) {
        return school.modules().size() == Modules.ALL.size()
                || ADDRESSES.entrySet().stream()
                        .filter(one -> !school.modules().contains(one.getKey()))
                        .noneMatch(one -> one.getValue().matcher(path).matches());
    }
}
