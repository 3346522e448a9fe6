package io.imagesweep.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it goes over the wire.
 *
 * @param content the body's bytes, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
record Reply(int status, String contentType, byte[] content, Map<String, String> headers) {

    static Reply of(int status, String contentType, byte[] content) {
        return new Reply(status, contentType, content, Map.of());
    }

    Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, content, more);
    }
}
