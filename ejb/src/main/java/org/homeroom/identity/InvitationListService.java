package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Invites many people at once: a list of lines {@code address, role, name}, the later two may be
 * left out, parted by commas, semicolons or tabs. Each line is invited or refused by itself, in a
 * transaction of its own, and a refused one costs no other.
 */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationListService {

    /** How many lines a list may have. */
    public static final int MOST = 200;

    /** How many bytes a file may have. */
    public static final int LARGEST_FILE = InvitationFile.LARGEST;

    @Inject InvitationService invitations;

    /**
     * Invites everybody of the list.
     *
     * @param usualRole for lines that name none
     * @param message for all of them, may be null
     * @throws Refusal naming {@code list}, when it is empty or too long; nobody is invited then
     */
    public List<InvitedLine> invite(String list, String usualRole, String message) {
        List<String> lines = (list == null ? "" : list).lines().map(String::strip).toList();
        long people = lines.stream().filter(line -> !line.isEmpty()).count();
        if (people == 0 || people > MOST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "list",
                    "Write 1 to " + MOST + " lines, each with an e-mail address.");
        }
        List<InvitedLine> report = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i));
            boolean heading =
                    report.isEmpty() && cells[0].toLowerCase(Locale.ROOT).matches("e-?mail");
            if (!lines.get(i).isEmpty() && !heading) {
                boolean again = !seen.add(cells[0].toLowerCase(Locale.ROOT));
                report.add(again ? twice(i + 1, cells[0]) : line(i + 1, cells, usualRole, message));
            }
        }
        return report;
    }

    /**
     * Invites everybody of an uploaded CSV file, as {@link #invite} does; its first line may name
     * the columns.
     *
     * @param content at most {@link #LARGEST_FILE} bytes
     * @throws Refusal naming {@code file}, when it is no text that can be read whole, or {@code
     *     list}; nobody is invited then
     */
    public List<InvitedLine> inviteFile(byte[] content, String usualRole) {
        return invite(InvitationFile.text(content), usualRole, null);
    }

    private InvitedLine line(int number, String[] cells, String usualRole, String message) {
        String role =
                cells.length > 1 && !cells[1].isEmpty()
                        ? cells[1].toLowerCase(Locale.ROOT).replace(' ', '_')
                        : usualRole;
        String name = cells.length > 2 && !cells[2].isEmpty() ? cells[2] : null;
        try {
            if (cells[0].isEmpty()) {
                throw new Refusal(
                        ErrorCode.VALIDATION_ERROR, "email", "This line has no e-mail address.");
            }
            InvitePerson person =
                    new InvitePerson(
                            role, name, cells[0], new InvitationNotes(null, null, message));
            return new InvitedLine(number, cells[0], invitations.invite(person), null, null);
        } catch (Refusal refusal) {
            return refused(number, cells[0], refusal);
        }
    }

    private static InvitedLine twice(int number, String email) {
        return refused(
                number,
                email,
                new Refusal(
                        ErrorCode.CONFLICT, "email", "This address stands in the list before."));
    }

    private static InvitedLine refused(int number, String email, Refusal refusal) {
        return new InvitedLine(number, email, null, refusal.sentence(), refusal.code().wire());
    }

    // A cell may stand in quotation marks, as spreadsheets write it.
    private static String[] cells(String line) {
        // Spreadsheets fill every row up with separators.
        String[] cells = line.replaceAll("[,;\\s]+$", "").split("[,;\t]", 3);
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells[i] =
                    quoted
                            ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
                            : cell;
        }
        return cells;
    }
}
