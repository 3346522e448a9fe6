package io.imagesweep.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadSourcesTests {

    private static final AccountRegion FIRST = new AccountRegion("1", "cn-a");
    private static final AccountRegion SECOND = new AccountRegion("1", "cn-b");

    private final UnreadSources unread = new UnreadSources();

    @Test
    void tellsOneSourceWithItsPlace() {
        unread.add(FIRST, "instances", "denied");

        assertThat(unread.sentences()).containsExactly("1/cn-a: instances: denied");
    }

    @Test
    void tellsOneCauseInAnAccountOnce() {
        for (var where : List.of(SECOND, FIRST)) {
            unread.add(where, "instances", "denied");
            unread.add(where, "images", "denied");
            unread.add(where, "images", "denied");
        }

        assertThat(unread.sentences()).containsExactly("1/cn-a,cn-b: images, instances: denied");
    }

    @Test
    void keepsApartWhatDiffers() {
        unread.add(FIRST, "images", "denied");
        unread.add(FIRST, "instances", "denied");
        unread.add(SECOND, "images", "denied");
        unread.add(SECOND, "instances", "down");
        unread.add(new AccountRegion("2", "cn-a"), "images", "denied");

        assertThat(unread.sentences())
                .containsExactlyInAnyOrder(
                        "1/cn-a: images, instances: denied",
                        "1/cn-b: images: denied",
                        "1/cn-b: instances: down",
                        "2/cn-a: images: denied");
    }
}
