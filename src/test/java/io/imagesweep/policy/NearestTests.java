package io.imagesweep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {

    @ParameterizedTest
    @CsvSource({
        "tags, tags, true",
        "tag, tags, true",
        "tagss, tags, true",
        "togs, tags, true",
        "tgas, tags, true",
        "tasg, tags, true",
        "TAGS, tags, true",
        "tagxy, tags, false",
        "abgs, tags, false",
        "xtgs, tags, false",
        "ta, tags, false",
        "newer_than, newer-than, true",
        "nwer-thn, newer-than, true",
        "nwr-thn, newer-than, false",
        "per, per, true",
        "pe, per, true",
        "p, per, false"
    })
    void guessesAWordThatIsNear(String word, String known, boolean isNear) {
        assertThat(Nearest.hint(word, List.of(known))).isEqualTo(isNear ? " (did you mean " + known + "?)" : "");
    }

    @Test
    void guessesTheNearestOfSeveral() {
        assertThat(Nearest.hint("max-deletion", List.of("max-delations", "max-deletions")))
                .isEqualTo(" (did you mean max-deletions?)");
    }
}
