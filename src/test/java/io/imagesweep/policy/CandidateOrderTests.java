package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;
import static io.imagesweep.policy.ImageBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidateOrderTests {

    @Test
    void putsNewerImagesFirstAndThoseWithoutATimeLast() {
        assertThat(Stream.of(
                                image("e").created(null),
                                image("d").created(Instant.EPOCH),
                                image("c").days(2),
                                image("b").days(1),
                                image("a").days(2),
                                image("f").created(NOW.plusSeconds(1)))
                        .map(ImageBuilder::build)
                        .sorted(CandidateOrder.newestFirst())
                        .map(image -> image.key().imageId()))
                .containsExactly("f", "b", "a", "c", "d", "e");
    }

    @Test
    void comparesIdsAsTheirBytes() {
        List<String> ids = List.of(
                "",
                "A",
                "a",
                "aa",
                "ab",
                "b",
                "é",
                "\u4e2d",
                "\ud7ff",
                "\ue000",
                "\uffff",
                "\ud800\udc00",
                "\ud83d\ude00",
                "\ud83d\ude00a",
                "\ud83d\ude01",
                "\udbff\udfff");

        for (String a : ids) {
            for (String b : ids) {
                int byBytes =
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(CandidateOrder.compareBytes(a, b)))
                        .as("%s and %s", a, b)
                        .isEqualTo(Integer.signum(byBytes));
            }
        }
    }
}
