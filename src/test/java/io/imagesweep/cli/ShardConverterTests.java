package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.ledger.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShardConverterTests {

    @Test
    void anIndexedJobKnowsItsNumber() {
        assertThat(new ShardConverter("5").convert("8")).isEqualTo(new Shard(5, 8));
    }

    @Test
    void aNumberThatIsGivenCountsMore() {
        assertThat(new ShardConverter("5").convert("1/8")).isEqualTo(new Shard(1, 8));
    }

    @Test
    void elsewhereTheNumberMustBeGiven() {
        assertThatThrownBy(() -> new ShardConverter(null).convert("8"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContainingAll("'8'", "JOB_COMPLETION_INDEX", "0/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/5", "4", "0"})
    void aNumberBeyondThePartsIsRefused(String text) {
        assertThatThrownBy(() -> new ShardConverter("4").convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
