package org.homeroom.launcher;

/** Homeroom cannot start; the message is the one sentence that the person reads. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence that says what to do. */
    public Refused(String sentence) {
        super(sentence);
    }
}
