package io.imagesweep.policy;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.policy.PolicySpec.DueSpec;
import io.imagesweep.policy.PolicySpec.Guards;
import io.imagesweep.policy.PolicySpec.MatchSpec;
import io.imagesweep.policy.PolicySpec.RuleSpec;
import io.imagesweep.policy.PolicySpec.TagSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws policies and inventories from few values, so that they meet often, and from moments around each boundary. */
final class PolicyLottery {

    /** Values of date tags, and whether their moment is before {@link ImageBuilder#NOW}. */
    static final Map<String, Boolean> DATES = Map.of(
            "2026-02-28", true,
            "2026-03-01", false,
            "2026-03-01T12:00:00Z", false,
            "2026-03-01T11:59:59.999Z", true,
            "2026-03-01T19:59:59+08:00", true,
            "2026-02-30", false,
            "soon", false,
            "", false);

    private static final List<String> NAMES = List.of("", "web-1", "web-2", "golden-1", "w\ud83d\ude00b", "web\n1");
    private static final List<String> PATTERNS = List.of("web-*", "*", "golden-?", "w?b", "web?1", "none", "*1");
    private static final List<String> FAMILIES = List.of("", "web", "base", "Web");
    private static final List<String> STATUSES =
            List.of("Available", "Deprecated", "UnAvailable", "CreateFailed", "Creating", "Waiting");
    private static final List<String> REGIONS = List.of("cn-beijing", "cn-hangzhou");
    private static final List<String> KEYS = List.of("env", "d", "Env");
    private static final List<String> VALUES = List.of("prod", "dev", "", "2026-02-28");
    private static final List<String> SOURCES = List.of("instances", "launch-templates", "scaling-configurations");
    private static final int[] HOURS = {1, 24, 168, 720};

    private final RandomGenerator random;

    PolicyLottery(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    PolicySpec policy() {
        Guards guards = guards();
        List<RuleSpec> rules = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(i -> rule("rule-" + i, !guards.sources().isEmpty()))
                .toList();
        return new PolicySpec(guards, rules);
    }

    /** Draws a policy whose protections keep all that those of {@code spec} keep, and perhaps more. */
    PolicySpec tightened(PolicySpec spec) {
        Guards guards = spec.guards();
        return new PolicySpec(
                new Guards(
                        withOneMore(guards.tags(), tag(unused(guards.tags()))),
                        withOneMore(guards.withoutTags(), tag(unused(guards.withoutTags()))),
                        withOneMore(guards.names(), some(PATTERNS)),
                        withOneMore(guards.statuses(), some(STATUSES)),
                        guards.newerThanHours() + random.nextInt(3) * 24,
                        guards.shared() || random.nextBoolean(),
                        guards.familyFloor() + random.nextInt(3),
                        withOneMore(guards.sources(), some(SOURCES)),
                        guards.allVersions() || random.nextBoolean()),
                spec.rules());
    }

    List<Candidate> inventory() {
        return IntStream.range(0, 5 + random.nextInt(40)).mapToObj(this::image).toList();
    }

    List<Candidate> shuffled(List<Candidate> images) {
        List<Candidate> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Guards guards() {
        return new Guards(
                tags(4),
                tags(8),
                few(PATTERNS, 4),
                few(STATUSES, 6),
                some(1, 24, 168),
                random.nextBoolean(),
                random.nextInt(4),
                some(List.of(List.of(), List.of(), SOURCES, SOURCES.subList(0, 1), SOURCES.subList(1, 3))),
                random.nextBoolean());
    }

    private RuleSpec rule(String name, boolean isWatched) {
        boolean isDue = random.nextInt(4) > 0;
        boolean isStaged = random.nextInt(3) == 0;
        boolean isLatest = !isDue || random.nextBoolean();
        List<DueSpec> choices = random.nextInt(3) == 0 ? List.of(due(isWatched), due(isWatched)) : List.of();
        return new RuleSpec(
                name,
                new MatchSpec(
                        tags(4),
                        tags(4),
                        few(PATTERNS, 3),
                        few(FAMILIES.subList(1, 4), 4),
                        few(REGIONS, 5),
                        isStaged ? List.of() : few(STATUSES.subList(0, 4), 4),
                        some(0, 0, 20, 40)),
                isDue ? due(isWatched) : null,
                isDue ? choices : List.of(),
                isLatest ? some(List.of("image-family", "region", "tag/env")) : null,
                1 + random.nextInt(4),
                isStaged ? some(HOURS) : 0);
    }

    private DueSpec due(boolean isWatched) {
        boolean hasAge = random.nextBoolean();
        return new DueSpec(
                hasAge ? some(HOURS) : 0,
                !hasAge || random.nextInt(4) == 0 ? "d" : null,
                isWatched && random.nextInt(3) == 0 ? some(HOURS) : 0);
    }

    private Candidate image(int number) {
        ImageBuilder image = ImageBuilder.image("m-" + (char) ('A' + random.nextInt(50)) + number)
                .in(some(List.of("1001", "1002")), some(REGIONS))
                .named(random.nextInt(5) == 0 ? null : some(NAMES))
                .family(random.nextInt(5) == 0 ? null : some(FAMILIES))
                .status(status())
                .created(moment())
                .sized(some(List.of(0, 19, 20, 40)))
                .shared(random.nextInt(8) == 0 ? null : random.nextInt(8) == 0);
        if (random.nextBoolean()) {
            image.tag(some(KEYS), some(VALUES));
        }
        if (random.nextBoolean()) {
            image.tag("d", some(List.copyOf(DATES.keySet())));
        }
        return random.nextInt(12) == 0 ? image.openToAll().build() : image.build();
    }

    private @Nullable String status() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> "Strange";
            case 2, 3, 4 -> some(STATUSES);
            default -> "Available";
        };
    }

    private @Nullable Instant moment() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> Instant.parse("2008-12-31T23:59:59.999Z");
            case 2 -> ImageBuilder.NOW.plusMillis(random.nextInt(2));
            default -> ImageBuilder.NOW.minus(Duration.ofHours(some(HOURS))).plusMillis(random.nextInt(3) - 1);
        };
    }

    private List<TagSpec> tags(int rarity) {
        return random.nextInt(rarity) > 0 ? List.of() : List.of(tag(some(KEYS)));
    }

    private TagSpec tag(String key) {
        return new TagSpec(key, few(VALUES, 2));
    }

    private String unused(List<TagSpec> tags) {
        List<String> used = tags.stream().map(TagSpec::key).toList();
        return some(KEYS.stream().filter(key -> !used.contains(key)).toList());
    }

    private <T> List<T> few(List<T> from, int rarity) {
        if (random.nextInt(rarity) > 0) {
            return List.of();
        }
        return random.nextBoolean() ? List.of(some(from)) : List.of(some(from), some(from));
    }

    private <T> List<T> withOneMore(List<T> values, T more) {
        return random.nextInt(3) > 0
                ? values
                : Stream.concat(values.stream(), Stream.of(more)).distinct().toList();
    }

    private <T> T some(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private int some(int... from) {
        return from[random.nextInt(from.length)];
    }
}
