package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.SourceState;
import io.imagesweep.candidate.SourceStates;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws uses of images, states of sources and histories, from moments around each boundary. */
final class EvidenceLottery {

    private static final List<String> TYPES = List.of(
            "instance",
            "launch-template",
            "launch-template-version",
            "scaling-configuration",
            "scaling-configuration",
            "vm");
    private static final int[] HOURS = {1, 24, 168, 720};

    private final RandomGenerator random;
    private final Map<AccountRegion, Map<ReferenceSource, SourceState>> states = new HashMap<>();

    EvidenceLottery(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 1_000_000);
        for (String account : List.of("1001", "1002", "1003")) {
            for (String region : List.of("cn-beijing", "cn-hangzhou")) {
                states.put(new AccountRegion(account, region), states());
            }
        }
    }

    Map<Candidate, Evidence> of(List<Candidate> images) {
        return images.stream().collect(Collectors.toMap(Function.identity(), _ -> evidence()));
    }

    private Evidence evidence() {
        List<ImageUse> uses = random.nextInt(3) > 0
                ? List.of()
                : IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(this::use)
                        .toList();
        return new Evidence(uses, new SourceStates(states), random.nextInt(3) == 0 ? null : moment());
    }

    private ImageUse use(int number) {
        String account = "100" + (1 + random.nextInt(4));
        Instant seenAt =
                random.nextInt(4) == 0 ? NOW.minus(Duration.ofHours(1)).plusMillis(random.nextInt(3) - 1) : moment();
        return new ImageUse(
                TYPES.get(random.nextInt(TYPES.size())),
                "x-" + number,
                account,
                random.nextInt(8) == 0 ? null : seenAt);
    }

    private Map<ReferenceSource, SourceState> states() {
        Map<ReferenceSource, SourceState> drawn = new EnumMap<>(ReferenceSource.class);
        for (var source : ReferenceSource.values()) {
            if (random.nextInt(12) > 0) {
                String error = random.nextInt(10) == 0 ? "denied" : null;
                drawn.put(source, new SourceState(syncedAt(), error, random.nextInt(8) == 0 ? null : moment()));
            }
        }
        return drawn;
    }

    private @Nullable Instant syncedAt() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> NOW.minus(Duration.ofHours(24)).plusMillis(random.nextInt(2) - 1);
            default -> NOW.minus(Duration.ofHours(1));
        };
    }

    private Instant moment() {
        return NOW.minus(Duration.ofHours(HOURS[random.nextInt(HOURS.length)])).plusMillis(random.nextInt(3) - 1);
    }
}
