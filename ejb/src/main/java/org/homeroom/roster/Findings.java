package org.homeroom.roster;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with, or worth saying about, a delivered roster; keeps the first. */
final class Findings {

    /** Nobody reads more, and a broken file may have one for each of its lines. */
    static final int MOST = 1_000;

    private final List<DeliveryProblem> kept = new ArrayList<>();
    private int problems;

    /** Says that something must be put right before the roster can be applied. */
    void problem(String file, Integer line, String code, String message) {
        problems++;
        keep(new DeliveryProblem(false, file, line, code, message));
    }

    /** Says something that stands in nobody's way. */
    void note(String file, Integer line, String code, String message) {
        keep(new DeliveryProblem(true, file, line, code, message));
    }

    boolean isSound() {
        return problems == 0;
    }

    int problems() {
        return problems;
    }

    List<DeliveryProblem> kept() {
        return List.copyOf(kept);
    }

    private void keep(DeliveryProblem problem) {
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }
}
