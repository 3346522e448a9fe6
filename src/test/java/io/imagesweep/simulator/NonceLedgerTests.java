package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NonceLedgerTests {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private final NonceLedger nonces = new NonceLedger();

    @Test
    void refusesANonceForFifteenMinutes() {
        assertThat(nonces.use("key", "n", NOW)).isTrue();
        assertThat(nonces.use("key", "n", NOW)).isFalse();
        assertThat(nonces.use("key", "n", NOW.plusSeconds(899))).isFalse();
        assertThat(nonces.use("key", "n", NOW.plusSeconds(900))).isTrue();
        assertThat(nonces.use("key", "n", NOW.plusSeconds(901))).isFalse();
    }

    @Test
    void countsEachKeyForItself() {
        assertThat(nonces.use("key", "n", NOW)).isTrue();
        assertThat(nonces.use("other", "n", NOW)).isTrue();
    }

    @Test
    void remembersAMillionAndForgetsThem() {
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(nonces.use("key", "nonce" + i, NOW)).isTrue();
        }
        assertThat(nonces.use("key", "nonce0", NOW)).isFalse();
        assertThat(nonces.use("key", "nonce999999", NOW)).isFalse();

        nonces.forget();
        assertThat(nonces.use("key", "nonce0", NOW)).isTrue();
    }

    @Test
    void makesRoomForTwoMillionAndForgetsThemInTime() {
        for (int i = 0; i < 2_000_000; i++) {
            assertThat(nonces.use("key", "nonce" + i, NOW)).isTrue();
        }
        assertThat(nonces.use("key", "nonce0", NOW.plusSeconds(899))).isFalse();
        assertThat(nonces.use("key", "nonce1999999", NOW.plusSeconds(899))).isFalse();

        for (int i = 0; i < 2_000_000; i++) {
            assertThat(nonces.use("key", "later" + i, NOW.plusSeconds(900))).isTrue();
        }
        assertThat(nonces.use("key", "nonce0", NOW.plusSeconds(900))).isTrue();
        assertThat(nonces.use("key", "later0", NOW.plusSeconds(900))).isFalse();
    }
}
