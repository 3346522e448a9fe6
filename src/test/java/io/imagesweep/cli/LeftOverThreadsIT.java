package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.okhttp.ClientHelper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a run leaves behind in the process: nothing. */
@Timeout(120)
class LeftOverThreadsIT {

    @Test
    void areNoneAfterARunWithFaultsNorAreConnections() throws InterruptedException {
        try (var program = ProgramUnderTest.over(
                new CloudState().old("old", 150).old(CloudState.ACCOUNT, CloudState.BEIJING, "old", 50))) {
            program.run("sync");
            var before = threads();
            program.cloud().faults("""
                    [{"fault": "slow", "delay": "50ms", "rate": 0.1, "seed": 1},
                     {"fault": "reset", "rate": 0.05, "seed": 2},
                     {"fault": "cut", "rate": 0.05, "seed": 3},
                     {"fault": "drip", "delay": "2ms", "rate": 0.02, "seed": 4}]""");

            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.outcome("DELETED")).as(answer.err()).isEqualTo(200);
            assertThat(ClientHelper.clients)
                    .allSatisfy((key, _) ->
                            assertThat(key).doesNotStartWith(program.cloud().endpoint()));
            for (var thread : started(before)) {
                thread.join();
            }
        }
    }

    /** Those of the program: the simulator runs in this process too, and so does the HTTP client of the test. */
    private static List<Thread> started(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().matches("(OkHttp|Hikari|ledger|delete|sync|references|imds).*"))
                .toList();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }
}
