package org.homeroom.identity;

/**
 * What became of a place's invitations.
 *
 * @param sent all of them
 * @param pending those that can still be accepted
 * @param expired pending ones that are late
 */
public record InvitationStats(
        int sent, int pending, int accepted, int declined, int expired, int revoked) {

    private static final int ALL = 100;

    /** Returns how many of a hundred were accepted, rounded; 0 when none was sent. */
    public int acceptedPercent() {
        return sent == 0 ? 0 : (accepted * ALL + sent / 2) / sent;
    }
}
