package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number of an advisory lock: the first 64 bits of the SHA-256 of a text that begins with {@code imagesweep}, so
 * that no other program and no other kind of lock meets it by chance. PostgreSQL keeps advisory locks per database.
 */
record LockId(long value) {

    static LockId of(RunKey key) {
        return of("imagesweep/key/" + key);
    }

    static LockId of(AccountRegion where) {
        return of("imagesweep/region/" + where);
    }

    private static LockId of(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new LockId(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
