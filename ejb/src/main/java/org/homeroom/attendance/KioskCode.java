package org.homeroom.attendance;

/** Why a device's tap does not count, with the sentence for the student. */
public enum KioskCode {
    /** Not a whole tap; it is not remembered. */
    INVALID("This tap does not say who did what and when. Tap again."),
    /** Not signed by the device; it is not remembered. */
    SIGNATURE("This tap was not signed by this device. Ask your teacher."),
    /** Another tap had this number; it is not remembered. */
    NUMBER_USED("Another tap had this number. Tap again."),
    FUTURE("This tap lies in the future. Check date and time."),
    TOO_OLD("This tap is older than the device, or than 14 days. Ask your teacher."),
    NOT_RECOGNISED("We do not know this badge, or that name and PIN do not go together."),
    /** Too many wrong tries; it is not remembered, so that the device can send it again. */
    RESTING("This name rests after too many wrong tries. Your teacher can wake it."),
    NOT_NOW("You cannot tap here right now.");

    private final String sentence;

    KioskCode(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the sentence, in English. */
    public String sentence() {
        return sentence;
    }

    /** Tells whether the number is used up by it. */
    boolean isFinal() {
        return this != INVALID && this != SIGNATURE && this != NUMBER_USED && this != RESTING;
    }
}
