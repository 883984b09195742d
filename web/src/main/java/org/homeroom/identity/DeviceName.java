package org.homeroom.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** How people recognise where they are signed in: the browser and system that a request names. */
final class DeviceName {

    // The first that occurs counts: most browsers name others too.
    private static final List<String[]> BROWSERS =
            List.of(
                    new String[] {"Edg/", "Edge"},
                    new String[] {"OPR/", "Opera"},
                    new String[] {"SamsungBrowser", "Samsung Internet"},
                    new String[] {"Firefox/", "Firefox"},
                    new String[] {"FxiOS", "Firefox"},
                    new String[] {"CriOS", "Chrome"},
                    new String[] {"Chrome/", "Chrome"},
                    new String[] {"Safari/", "Safari"});
    private static final List<String[]> SYSTEMS =
            List.of(
                    new String[] {"iPhone", "iPhone"},
                    new String[] {"iPad", "iPad"},
                    new String[] {"Android", "Android"},
                    new String[] {"CrOS", "Chromebook"},
                    new String[] {"Windows", "Windows"},
                    new String[] {"Mac OS X", "Mac"},
                    new String[] {"Linux", "Linux"});

    private DeviceName() {}

    /**
     * Returns the name; a program's own first word when it is no browser, null when the request
     * names nothing.
     */
    static String of(HttpServletRequest request) {
        return of(request.getHeader("User-Agent"));
    }

    static String of(String agent) {
        if (agent == null || agent.isBlank()) {
            return null;
        }
        String browser = find(BROWSERS, agent);
        if (browser == null) {
            return agent.strip().split("[\\s;(]", 2)[0];
        }
        String system = find(SYSTEMS, agent);
        return system == null ? browser : browser + ", " + system;
    }

    private static String find(List<String[]> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name[0]))
                .map(name -> name[1])
                .findFirst()
                .orElse(null);
    }
}
