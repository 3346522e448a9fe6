package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class FaultPlanTests {

    private static final Fault.Target CALL = new Fault.Target("DeleteImage", "1", "cn-hangzhou", "m-1");

    private final FaultPlan plan = new FaultPlan();

    @Test
    void strikesEveryNthCall() {
        put("[{'fault': 'error', 'nth': 3}]");

        assertThat(struck(7)).containsExactly(2, 5);
    }

    @Test
    void strikesAtMostSoManyTimes() {
        put("[{'fault': 'reset', 'times': 2}]");

        assertThat(struck(5)).containsExactly(0, 1);
    }

    @Test
    void strikesAShareOfTheCallsAndTheSameOnesAgain() {
        put("[{'fault': 'error', 'rate': 0.2, 'seed': 7}]");
        var first = struck(5_000);
        put("[{'fault': 'error', 'rate': 0.2, 'seed': 7}]");

        assertThat(first).hasSizeBetween(900, 1_100).isEqualTo(struck(5_000));
    }

    @Test
    void strikesOnlyWhatItIsAimedAt() {
        for (var aim : List.of(
                "'action': 'DescribeImages'", "'accountId': '2'", "'regionId': 'cn-beijing'", "'imageId': 'm-2'")) {
            put("[{'fault': 'error', " + aim + "}]");
            assertThat(struck(1)).as(aim).isEmpty();
        }
        put(
                "[{'fault': 'error', 'action': 'DeleteImage', 'accountId': '1', 'regionId': 'cn-hangzhou', 'imageId': 'm-1'}]");
        assertThat(struck(1)).hasSize(1);
    }

    @Test
    void refusesWhatIsNoFault() {
        for (var wrong : List.of(
                "{}",
                "{'fault': 'flood'}",
                "{'fault': 'error', 'rate': 2}",
                "{'fault': 'error', 'nth': 0}",
                "{'fault': 'slow', 'delay': 'soon'}",
                "{'fault': 'error', 'what': 1}",
                "{'fault': 'error', 'httpStatus': 1}")) {
            assertThatExceptionOfType(JacksonException.class).as(wrong).isThrownBy(() -> put("[" + wrong + "]"));
        }
    }

    private List<Integer> struck(int calls) {
        return IntStream.range(0, calls)
                .filter(i -> plan.next(CALL).isPresent())
                .boxed()
                .toList();
    }

    private void put(String faults) {
        var mapper = Json.mapper(() -> Instant.EPOCH);
        plan.replace(List.of(mapper.readValue(faults.replace('\'', '"'), Fault[].class)));
    }
}
