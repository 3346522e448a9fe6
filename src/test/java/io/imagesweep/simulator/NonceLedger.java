package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Remembers each nonce for 15 minutes, in 12 bytes. There is room for one and a half million from the start, and more is made when as many
 * come within 15 minutes; at ten thousand calls a second that are nine million. Two of them that share a 64-bit hash are taken for one.
 */
final class NonceLedger {

    static final Duration MEMORY = Duration.ofMinutes(15);

    private static final int SMALLEST = 1 << 21;

    private long[] hashes = new long[SMALLEST];
    private int[] seconds = new int[SMALLEST];
    private int size;

    /** False: it was used within the last 15 minutes. */
    synchronized boolean use(String accessKeyId, String nonce, Instant now) {
        int second = (int) now.getEpochSecond();
        if (size >= hashes.length / 4 * 3) {
            rebuild(second);
        }
        return put(hash(accessKeyId, nonce), second);
    }

    synchronized void forget() {
        empty(SMALLEST);
    }

    private boolean put(long hash, int second) {
        int slot = slot(hash);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        if (hashes[slot] == hash && isFresh(seconds[slot], second)) {
            return false;
        }
        size += hashes[slot] == 0 ? 1 : 0;
        hashes[slot] = hash;
        seconds[slot] = second;
        return true;
    }

    private void rebuild(int now) {
        var oldHashes = hashes;
        var oldSeconds = seconds;
        long fresh = Arrays.stream(oldSeconds)
                .filter(second -> second != 0 && isFresh(second, now))
                .count();
        empty(Math.max(SMALLEST, Integer.highestOneBit((int) fresh) * 4));
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0 && isFresh(oldSeconds[i], now)) {
                put(oldHashes[i], oldSeconds[i]);
            }
        }
    }

    private void empty(int capacity) {
        hashes = new long[capacity];
        seconds = new int[capacity];
        size = 0;
    }

    private static boolean isFresh(int second, int now) {
        return now - second < MEMORY.toSeconds();
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    }

    private static long hash(String accessKeyId, String nonce) {
        long hash = mix(mix(0xcbf29ce484222325L, accessKeyId), nonce);
        hash = (hash ^ (hash >>> 31)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 30;
        return hash == 0 ? 1 : hash;
    }

    private static long mix(long seed, String text) {
        long hash = (seed ^ text.length()) * 0xbf58476d1ce4e5b9L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
