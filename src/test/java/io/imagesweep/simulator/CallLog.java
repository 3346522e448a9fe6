package io.imagesweep.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The calls that arrived, oldest first; the oldest are forgotten when there are too many. */
final class CallLog {

    private final int kept;
    private final Deque<CallRecord> records = new ArrayDeque<>();
    private long lastSeq;

    CallLog(int kept) {
        this.kept = kept;
    }

    synchronized void add(CallRecord record) {
        record.number(++lastSeq);
        records.addLast(record);
        if (records.size() > kept) {
            records.removeFirst();
        }
    }

    synchronized void forget() {
        records.clear();
    }

    synchronized List<CallRecord> records() {
        return List.copyOf(records);
    }
}
