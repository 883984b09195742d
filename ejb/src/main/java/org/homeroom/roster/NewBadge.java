package org.homeroom.roster;

/** A badge just made; its code is readable this once. */
public record NewBadge(StudentRef student, String code) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "NewBadge[" + student.studentId() + "]";
    }
}
