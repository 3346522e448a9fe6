package io.imagesweep.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import java.util.List;
import java.util.stream.IntStream;
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
    void tellsWhatDiffersInOneCauseApart() {
        unread.add(FIRST, "images", "denied");
        unread.add(FIRST, "instances", "denied");
        unread.add(SECOND, "images", "denied");
        unread.add(SECOND, "instances", "down");
        unread.add(new AccountRegion("2", "cn-a"), "images", "denied");
        unread.add("3", "regions", "denied");

        assertThat(unread.sentences())
                .containsExactlyInAnyOrder(
                        "1/cn-a: images, instances; 1/cn-b, 2/cn-a: images; 3: regions: denied",
                        "1/cn-b: instances: down");
    }

    @Test
    void tellsOneCauseOfManyAccountsOnceAndWithoutTheirNumbers() {
        IntStream.rangeClosed(101, 160)
                .forEach(id -> unread.add(
                        new AccountRegion(String.valueOf(id), "cn-a"), "images", "no role acs:ram::" + id + ":role/x"));

        assertThat(unread.sentences())
                .containsExactly("60 accounts (101/cn-a, 102/cn-a, 103/cn-a and 57 more): images:"
                        + " no role acs:ram::ACCOUNT:role/x");
    }

    @Test
    void tellsACauseThatNamesOneOfItsAccountsOnce() {
        unread.add("101", "regions", "no role acs:ram::101:role/x");
        unread.add("102", "regions", "no role acs:ram::101:role/x");

        assertThat(unread.sentences()).containsExactly("101, 102: regions: no role acs:ram::101:role/x");
    }

    @Test
    void tellsACauseOfOneAccountAsItIs() {
        unread.add("101", "regions", "no role acs:ram::101:role/x");

        assertThat(unread.sentences()).containsExactly("101: regions: no role acs:ram::101:role/x");
    }
}
