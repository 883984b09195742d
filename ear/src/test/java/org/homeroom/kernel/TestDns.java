package org.homeroom.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The name server of the server under test: knows TXT records and nothing else. */
public final class TestDns {

    private static final TestDns ONE = start();
    private static final int HEADER = 12;
    private static final int LARGEST = 512;
    private static final byte NO_SUCH_NAME = 3;
    private static final byte[] TXT_POINTING_AT_QUESTION = {
        (byte) 0xc0, HEADER, 0, 16, 0, 1, 0, 0, 0, 1
    };

    private final Map<String, String> records = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    private TestDns(DatagramSocket socket) {
        this.socket = socket;
    }

    /** The one of this run. */
    public static TestDns get() {
        return ONE;
    }

    private static TestDns start() {
        try {
            TestDns made = new TestDns(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(made::answer, "test-dns");
            thread.setDaemon(true);
            thread.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, as the setting homeroom.dns takes it. */
    public String address() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    /** Lets a name have a record. */
    public void put(String name, String text) {
        records.put(name, text);
    }

    private void answer() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(byte[] question) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (question[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        String text = records.get(name.toString());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(question, 0, 2);
        // An answer with authority, to one question, with one record or without.
        byte code = text == null ? NO_SUCH_NAME : 0;
        byte count = (byte) (text == null ? 0 : 1);
        answer.writeBytes(new byte[] {(byte) 0x84, code, 0, 1, 0, count, 0, 0, 0, 0});
        answer.write(question, HEADER, at + 5 - HEADER);
        if (text != null) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            answer.writeBytes(TXT_POINTING_AT_QUESTION);
            answer.writeBytes(new byte[] {0, (byte) (bytes.length + 1), (byte) bytes.length});
            answer.writeBytes(bytes);
        }
        return answer.toByteArray();
    }
}
