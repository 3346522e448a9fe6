package io.imagesweep.simulator;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** RFC 3986 as the signatures want it: everything but letters, digits and {@code - _ . ~} is escaped. */
final class PercentEncoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static String encode(String text) {
        var encoded = new StringBuilder(text.length() + 16);
        append(encoded, text);
        return encoded.toString();
    }

    /** The parameters in their order as {@code name=value}, joined by {@code &}. */
    static String query(SortedMap<String, String> parameters) {
        var encoded = new StringBuilder(256);
        parameters.forEach((name, value) -> {
            if (!encoded.isEmpty()) {
                encoded.append('&');
            }
            append(encoded, name);
            encoded.append('=');
            append(encoded, value);
        });
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '~';
    }
}
