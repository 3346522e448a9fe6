package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One region of a generated state: mostly old images that may go, and every awkward kind among them. */
final class GeneratedRegion {

    private static final List<String> FAMILIES = List.of("nightly", "web", "database", "golden");
    private static final List<Integer> SIZES = List.of(20, 40, 40, 60, 100);

    private final String regionId;
    private final int size;
    private final Instant start;
    private final SplittableRandom random;
    private final List<Image> images = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<LaunchTemplate> templates = new ArrayList<>();
    private final List<ScalingGroup> groups = new ArrayList<>();

    GeneratedRegion(String regionId, int size, Instant start, SplittableRandom random) {
        this.regionId = regionId;
        this.size = size;
        this.start = start;
        this.random = random;
    }

    RegionState state() {
        var kinds = kinds();
        for (int i = 0; i < size; i++) {
            add(i < kinds.size() ? kinds.get(i) : AwkwardKind.NONE, i);
        }
        return new RegionState(regionId, images, List.of(), List.of(), instances, templates, groups);
    }

    /** The awkward ones: never more than half. */
    private List<AwkwardKind> kinds() {
        var kinds = new ArrayList<AwkwardKind>();
        for (var kind : AwkwardKind.values()) {
            kinds.addAll(Collections.nCopies(kind.count(size), kind));
        }
        return kinds.subList(0, Math.min(kinds.size(), size / 2));
    }

    private void add(AwkwardKind kind, int number) {
        var id = "m-%s%04d".formatted(Long.toString(random.nextLong(1L << 40, 1L << 41), 36), number);
        var edit = ImageEdit.ordinary(id, start.minus(age(31, 720)))
                .size(SIZES.get(random.nextInt(SIZES.size())))
                .snapshots(List.of("s-" + id.substring(2)))
                .copied(random.nextInt(20) == 0);
        nameAndFamily(edit, number);
        kind.apply(edit, start.minus(age(1, 29)));
        images.add(edit.image());
        refer(kind, id, number);
    }

    private void nameAndFamily(ImageEdit edit, int number) {
        int draw = number % 10;
        if (draw < 2) {
            edit.name("manual-%04d".formatted(number));
        } else if (draw == 2) {
            edit.name("solo-%04d".formatted(number)).family("solo-%04d".formatted(number));
        } else {
            var family = FAMILIES.get(draw % FAMILIES.size());
            edit.name("%s-%04d".formatted(family, number)).family(family);
        }
    }

    private void refer(AwkwardKind kind, String id, int number) {
        var tail = "%s%04d".formatted(Long.toString(random.nextLong(1L << 40, 1L << 41), 36), number);
        switch (kind) {
            case IN_USE -> instances.add(new Instance("i-" + tail, id, "Running", Map.of()));
            case IN_TEMPLATE ->
                templates.add(new LaunchTemplate(
                        "lt-" + tail,
                        "template-%04d".formatted(number),
                        2,
                        List.of(
                                new LaunchTemplate.Version(1, images.getFirst().imageId()),
                                new LaunchTemplate.Version(2, id)),
                        null,
                        Map.of()));
            case IN_SCALING_CONFIGURATION ->
                groups.add(new ScalingGroup(
                        "asg-" + tail,
                        List.of(
                                new ScalingGroup.Configuration("asc-" + tail, id, null, null, true),
                                new ScalingGroup.Configuration(
                                        "asc-f" + tail, null, null, FAMILIES.getFirst(), false))));
            default -> {}
        }
    }

    private Duration age(int fromDays, int toDays) {
        return Duration.ofSeconds(random.nextLong(fromDays * 86_400L + 3_600, toDays * 86_400L));
    }
}
