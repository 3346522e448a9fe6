package io.imagesweep.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionNameTests {

    private final SessionName name = new SessionName();

    @Test
    void isTheProgramsUntilThereIsARun() {
        assertThat(name).hasToString("imagesweep");
    }

    @Test
    void namesTheRun() {
        name.ofRun("2026-11-24");

        assertThat(name).hasToString("imagesweep-2026-11-24");
    }

    @Test
    void isNoLongerThanAllowed() {
        name.ofRun("k".repeat(100));

        assertThat(name.toString()).hasSize(64).startsWith("imagesweep-kkk");
    }
}
