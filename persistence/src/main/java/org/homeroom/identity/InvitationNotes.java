package org.homeroom.identity;

/**
 * What an inviter may say besides name and address; each may be null.
 *
 * @param department where the person is going to work, at most 100 characters
 * @param employeeId under which the school's office knows the person, at most 50 characters
 * @param message for the invited, who reads it behind the link, at most 500 characters
 */
public record InvitationNotes(String department, String employeeId, String message) {

    /** Nothing besides. */
    public static final InvitationNotes NONE = new InvitationNotes(null, null, null);
}
