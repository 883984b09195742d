package org.homeroom.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks this very server over its own port by the name of any of its hosts, as nobody but a client
 * can: through every filter there is. One connection each; the JDK's client would not let us name
 * the host.
 */
final class LoopbackHttp {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int DEFAULT_PORT = 8080;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private LoopbackHttp() {}

    /** A request. Type and body are null where there is none, the token for strangers. */
    record Ask(String host, String method, String path, String token, String type, byte[] body) {}

    /** What was answered. */
    record Told(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Connects to this server. */
    static Socket connect() throws IOException {
        int port =
                Integer.getInteger("jboss.http.port", DEFAULT_PORT)
                        + Integer.getInteger("jboss.socket.binding.port-offset", 0);
        InetAddress bound =
                InetAddress.getByName(System.getProperty("jboss.bind.address", "127.0.0.1"));
        Socket socket =
                new Socket(
                        bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound, port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Asks and waits for the whole answer. */
    static Told send(Ask ask) throws IOException {
        StringBuilder head = new StringBuilder();
        // In the older protocol the answer ends with the connection.
        head.append(ask.method()).append(' ').append(ask.path()).append(" HTTP/1.0\r\nHost: ");
        head.append(ask.host()).append("\r\n");
        if (ask.token() != null) {
            head.append("Authorization: Bearer ").append(ask.token()).append("\r\n");
        }
        if (ask.type() != null) {
            head.append("Content-Type: ").append(ask.type()).append("\r\n");
        }
        byte[] body = ask.body() == null ? new byte[0] : ask.body();
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            return told(socket.getInputStream().readAllBytes());
        }
    }

    private static Told told(byte[] answer) throws IOException {
        int end = indexOf(answer, END_OF_HEAD);
        String head = new String(answer, 0, Math.max(end, 0), StandardCharsets.ISO_8859_1);
        if (!head.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("the server answered no HTTP");
        }
        int begin = end + END_OF_HEAD.length;
        return new Told(
                Integer.parseInt(head.substring(9, 12)),
                new ByteArrayInputStream(answer, begin, answer.length - begin).readAllBytes());
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i <= all.length - part.length; i++) {
            if (java.util.Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
