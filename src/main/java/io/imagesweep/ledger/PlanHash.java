package io.imagesweep.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a plan: SHA-256 over the fields of its rows, one after the other. A field is written as the number of its bytes
 * in UTF-8, a colon, the bytes and a comma; null as a hyphen and a comma; so no two plans are written alike.
 */
final class PlanHash {

    private final MessageDigest digest = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(@Nullable String field) {
        if (field == null) {
            digest.update(new byte[] {'-', ','});
            return;
        }
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
