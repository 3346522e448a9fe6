package io.imagesweep.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text behind the bytes of a file. */
final class FileText {

    private static final int LARGEST = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    /** Decodes {@code file}, or says why there is no text in it. */
    static Optional<String> of(byte[] file, String fileName, Findings findings) {
        if (file.length > LARGEST) {
            String message = fileName + " has " + file.length + " bytes, allowed: at most " + LARGEST;
            findings.error(Place.START, Pointer.ROOT, message);
            return Optional.empty();
        }
        return decode(file, findings)
                .map(text -> withoutMark(text, findings))
                .filter(text -> isPrintable(text, findings));
    }

    private static Optional<String> decode(byte[] file, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(file);
        var characters = CharBuffer.allocate(file.length);
        boolean isBroken = decoder.decode(bytes, characters, true).isError();
        String text = characters.flip().toString();
        if (isBroken) {
            String message = String.format("found the byte 0x%02X, allowed: UTF-8", file[bytes.position()]);
            findings.error(Place.behind(text), Pointer.ROOT, message);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String withoutMark(String text, Findings findings) {
        if (!text.startsWith(BYTE_ORDER_MARK)) {
            return text;
        }
        findings.error(Place.START, Pointer.ROOT, "found a byte order mark, allowed: UTF-8 without one");
        return text.substring(1);
    }

    private static boolean isPrintable(String text, Findings findings) {
        OptionalInt wrong = text.codePoints()
                .filter(point -> !StreamReader.isPrintable(point))
                .findFirst();
        wrong.ifPresent(point -> {
            Place place = Place.behind(text.substring(0, text.indexOf(point)));
            String message = String.format("found the character U+%04X, allowed: printable characters", point);
            findings.error(place, Pointer.ROOT, message);
        });
        return wrong.isEmpty();
    }
}
