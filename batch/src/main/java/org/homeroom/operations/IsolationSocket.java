package org.homeroom.operations;

import java.io.IOException;
import org.homeroom.identity.Roles;
import org.homeroom.operations.IsolationFindings.Part;

/** Tries the socket: another school's ticket, another school's topics and rooms, and listening. */
final class IsolationSocket {

    private static final int PATIENCE_MILLIS = 5000;
    private static final int A_WHILE_MILLIS = 700;
    private static final String SONG = "tweet tweet";

    private final CanarySchool ours;
    private final CanarySchool theirs;
    private final IsolationFindings findings;

    IsolationSocket(CanarySchool ours, CanarySchool theirs, IsolationFindings findings) {
        this.ours = ours;
        this.theirs = theirs;
        this.findings = findings;
    }

    /** Tries it. */
    void check() throws IOException {
        findings.tried(Part.SOCKETS, "SOCKET /ws/live");
        try (LoopbackSocket socket =
                LoopbackSocket.open(theirs.host(), ours.ticket(Roles.TEACHER))) {
            if (socket.hear(PATIENCE_MILLIS) != null) {
                findings.leak("SOCKET /ws/live takes the ticket of another school");
            }
        }
        try (LoopbackSocket socket = LoopbackSocket.open(ours.host(), ours.ticket(Roles.TEACHER))) {
            if (socket.hear(PATIENCE_MILLIS) == null) {
                findings.gap("SOCKET /ws/live did not open at home");
                return;
            }
            listen(socket);
        }
    }

    private void listen(LoopbackSocket socket) throws IOException {
        String room = theirs.id("conversations").orElseThrow();
        String topics =
                "\"conversation:%s\",\"class:%s\""
                        .formatted(room, theirs.id("classes").orElseThrow());
        socket.say("{\"type\":\"subscribe\",\"data\":{\"topics\":[%s]}}".formatted(topics));
        String words = "{\"conversation_id\":\"%s\",\"text\":\"Let me in\"}".formatted(room);
        socket.say("{\"type\":\"send\",\"data\":%s}".formatted(words));
        theirs.say(SONG);
        boolean refused = false;
        for (String frame = socket.hear(PATIENCE_MILLIS);
                frame != null;
                frame = socket.hear(A_WHILE_MILLIS)) {
            refused |= frame.contains("NOT_FOUND");
            boolean echo = frame.contains("\"error\"");
            if (theirs.showsIn(frame) || frame.contains(SONG)) {
                findings.leak("SOCKET /ws/live carries what is said in another school");
            } else if (!echo && theirs.isIn(frame)) {
                findings.leak("SOCKET /ws/live tells of another school's things");
            }
        }
        if (!refused) {
            findings.gap("SOCKET /ws/live did not say that another school's room is not there");
        }
        String room2 = "/api/v1/conversations/" + room + "/messages";
        if (theirs.ask(Roles.TEACHER, theirs.host(), room2).text().contains("Let me in")) {
            findings.leak("SOCKET /ws/live writes into another school's room");
        }
    }
}
