package org.homeroom.roster;

/**
 * How many of one kind a delivery creates, changes and sends away.
 *
 * @param before how many there are now, those who have left not counted
 */
public record DeliveryTally(int created, int changed, int leaving, int before) {

    private static final int ALL = 100;

    /** Nothing changes. */
    public static final DeliveryTally NONE = new DeliveryTally(0, 0, 0, 0);

    /** Adds the counts of another school. */
    public DeliveryTally plus(DeliveryTally other) {
        return new DeliveryTally(
                created + other.created,
                changed + other.changed,
                leaving + other.leaving,
                before + other.before);
    }

    /** Returns how many of a hundred leave, rounded up; 0 when nobody was there. */
    public int leavingPercent() {
        return before == 0 ? 0 : (leaving * ALL + before - 1) / before;
    }

    /** Tells whether nothing changes. */
    public boolean isEmpty() {
        return created == 0 && changed == 0 && leaving == 0;
    }

    Integer[] counts() {
        return new Integer[] {created, changed, leaving, before};
    }

    static DeliveryTally of(Integer[] counts) {
        return new DeliveryTally(counts[0], counts[1], counts[2], counts[3]);
    }
}
