package org.homeroom.operations;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client of {@code /ws/live} at one of this server's hosts: short text frames, nothing else. */
final class LoopbackSocket implements AutoCloseable {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int BYTE = 0xff;

    private final Socket socket;
    private final DataInputStream in;

    private LoopbackSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Knocks with a ticket. */
    static LoopbackSocket open(String host, String ticket) throws IOException {
        LoopbackSocket made = new LoopbackSocket(LoopbackHttp.connect());
        String hello =
                "GET /ws/live?ticket=%s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                .formatted(ticket, host)
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aG9tZXJvb20gY2FuYXJ5IQ==\r\n\r\n";
        made.socket.getOutputStream().write(hello.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = made.in.read();
            if (next < 0) {
                throw new IOException("the server closed the handshake");
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("the server took no socket: " + head.toString().split("\r")[0]);
        }
        return made;
    }

    /** Sends a frame of JSON. */
    void say(String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(TEXT);
        frame.write(MASKED | SHORT);
        frame.write(text.length >> Byte.SIZE);
        frame.write(text.length & BYTE);
        // A mask of zeros leaves the text as it is.
        frame.write(new byte[4]);
        frame.write(text);
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** Waits for the next text; null when the server closed or said nothing in time. */
    String hear(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            while (true) {
                int kind = in.readUnsignedByte();
                byte[] content = in.readNBytes(length(in.readUnsignedByte()));
                if (kind == TEXT) {
                    return new String(content, StandardCharsets.UTF_8);
                }
                if (kind == CLOSE) {
                    return null;
                }
            }
        } catch (SocketTimeoutException | java.io.EOFException nothing) {
            return null;
        }
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case SHORT -> in.readUnsignedShort();
            case LONG -> Math.toIntExact(in.readLong());
            default -> first;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
