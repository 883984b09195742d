package org.homeroom.kernel;

/** A value that tells of a person, to be sealed wherever it is kept. */
public record Personal(String text) {

    /** Keeps the value out of logs. */
    @Override
    public String toString() {
        return "(personal)";
    }
}
