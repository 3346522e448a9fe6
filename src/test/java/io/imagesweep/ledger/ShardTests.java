package io.imagesweep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.imagesweep.candidate.AccountRegion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTests {

    private static final List<AccountRegion> MANY = IntStream.range(0, 600)
            .mapToObj(number -> new AccountRegion("10000000000000" + (10 + number / 30), "region-" + number % 30))
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 31, 600, 1_000})
    void eachAccountAndRegionIsInOnePart(int count) {
        var shards = IntStream.range(0, count)
                .mapToObj(index -> new Shard(index, count))
                .toList();

        assertThat(MANY)
                .allSatisfy(where -> assertThat(shards.stream().filter(shard -> shard.holds(where)))
                        .hasSize(1));
    }

    @Test
    void partsAreAboutEqual() {
        assertThat(IntStream.range(0, 6).mapToObj(index -> new Shard(index, 6)))
                .allSatisfy(shard ->
                        assertThat(MANY.stream().filter(shard::holds).count()).isBetween(60L, 140L));
    }

    @Test
    void thePartsOfTodayAreThoseOfTheNextVersion() {
        assertThat(IntStream.range(0, 8)
                        .filter(index ->
                                new Shard(index, 8).holds(new AccountRegion("1000000000000001", "cn-hangzhou"))))
                .containsExactly(6);
    }

    @Test
    void readsItsOwnText() {
        assertThat(Shard.of("3/8")).isEqualTo(new Shard(3, 8)).hasToString("3/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "8/8", "-1/8", "0/0", "0/1001", "a/b", "1/2/3", "99999/99999"})
    void refusesWhatIsNoPart(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Shard.of(text)).withMessageContaining("i/N");
    }

    @Test
    void aPartHasTheKeyOfTheWholeWithItsNumber() {
        assertThat(new RunKey("nightly").of(new Shard(0, 4))).hasToString("nightly.0-of-4");
        assertThat(new RunKey("k".repeat(100)).of(new Shard(999, 1_000)).toString())
                .hasSize(112);
    }
}
