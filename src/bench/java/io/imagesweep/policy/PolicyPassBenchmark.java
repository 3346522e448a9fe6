package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import io.imagesweep.candidate.SourceStates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many images a second one core decides on, by a policy of 10 rules with all protections on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyPassBenchmark {

    private static final int IMAGES = 10_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountRegion WHERE = new AccountRegion("1001", "cn-hangzhou");

    private static final SourceStates SOURCES = new SourceStates(Map.of(
            WHERE,
            Arrays.stream(ReferenceSource.values())
                    .collect(Collectors.toMap(Function.identity(), _ -> new SourceState(NOW, null, Instant.EPOCH)))));
    private static final Evidence UNUSED = new Evidence(List.of(), SOURCES, null);
    private static final Evidence USED =
            new Evidence(List.of(new ImageUse("instance", "i-1", "1001", NOW)), SOURCES, null);

    private final Policy policy = policy();
    private final List<Candidate> images =
            IntStream.range(0, IMAGES).mapToObj(PolicyPassBenchmark::image).toList();

    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public void decide(Blackhole decided) {
        PolicyPass pass = policy.pass(NOW);
        for (int i = 0; i < IMAGES; i++) {
            decided.consume(pass.decide(images.get(i), i % 10 == 0 ? USED : UNUSED));
        }
    }

    private static Candidate image(int number) {
        return new Candidate(
                new ImageKey(WHERE, "m-%08d".formatted(number)),
                "build-" + number % 12 + "-" + number,
                "family-" + number % 300,
                "1",
                number % 20 == 0 ? "Deprecated" : "Available",
                NOW.minus(Duration.ofMinutes(10L * (number + 1))),
                40,
                Map.of("team", "t" + number % 9, "env", number % 15 == 0 ? "prod" : "dev"),
                List.of(),
                false,
                false,
                false);
    }

    private static Policy policy() {
        String rules = IntStream.range(0, 10).mapToObj(i -> """
                          - name: rule-%1$d
                            match: { names: ["build-%1$d-*"], tags: { team: "*" } }
                            delete-when: { older-than: 30d }
                            keep-latest: { count: 5, per: image-family }
                        """.formatted(i)).collect(Collectors.joining());
        String text = """
                version: 1
                protect: { tags: { env: [prod, staging] }, names: ["golden-*"] }
                rules:
                """ + rules;
        return switch (PolicyText.read(text.getBytes(StandardCharsets.UTF_8), "bench")) {
            case PolicyReading.Valid valid -> valid.policy();
            case PolicyReading.Invalid invalid ->
                throw new IllegalStateException(invalid.errors().toString());
        };
    }
}
