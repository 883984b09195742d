package org.homeroom.realtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** News that wait for the next notification; of a numbered topic only the newest number is kept. */
final class NewsBatch {

    private final Map<Object, NodeNews> waiting = new LinkedHashMap<>();

    /** Adds one, and tells whether the batch was empty before. */
    synchronized boolean add(NodeNews news) {
        boolean first = waiting.isEmpty();
        Object key = news.seq() > 0 ? news.schoolId() + news.topic() : new Object();
        waiting.merge(key, news, (old, fresh) -> fresh.seq() > old.seq() ? fresh : old);
        return first;
    }

    /** Takes everything that waits, as payloads that begin with the sending node's name. */
    synchronized List<String> take(String node) {
        List<String> payloads = new ArrayList<>();
        StringBuilder payload = new StringBuilder(node);
        int bytes = payload.length();
        for (NodeNews news : waiting.values()) {
            String line = news.line();
            int size = line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + size > NodeNews.PAYLOAD_BYTES) {
                payloads.add(payload.toString());
                payload = new StringBuilder(node);
                bytes = payload.length();
            }
            payload.append('\n').append(line);
            bytes += size;
        }
        if (!waiting.isEmpty()) {
            payloads.add(payload.toString());
        }
        waiting.clear();
        return payloads;
    }
}
