package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Referrers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What launch templates were found to refer to, for as long as their lines in the listing stay the same. A version never
 * changes once it is made, and a new one gets a higher number than all before it; ModifiedTime is when a version was added or
 * deleted last, in whole seconds (DescribeLaunchTemplates, 2025). Whatever is in doubt is not remembered, but read again.
 */
final class RememberedTemplates {

    /** References to be remembered, of all accounts and regions: some twenty megabytes. */
    private static final int MOST = 100_000;
    /** A template that changed so long ago did not change again within the second that its line shows. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final Clock clock;
    private final int most;
    private final Map<Template, Known> known = new HashMap<>();
    private int size;

    RememberedTemplates(Clock clock) {
        this(clock, MOST);
    }

    RememberedTemplates(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Gives what the template of {@code listed} refers to, where its line is the one with which that was remembered. */
    synchronized Optional<Referrers> of(AccountRegion where, JsonNode listed) {
        var line = Line.of(listed);
        return Optional.ofNullable(line)
                .map(same -> known.get(new Template(where, same.id())))
                .filter(found -> found.line().equals(line))
                .map(Known::referrers);
    }

    /**
     * Takes over what was read of a template after its line.
     *
     * @param versions the numbers of all versions that were read
     */
    synchronized void remember(AccountRegion where, JsonNode listed, List<Long> versions, Referrers referrers) {
        var line = Line.of(listed);
        if (line == null || !line.shows(versions) || !isSettled(line)) {
            return;
        }
        var template = new Template(where, line.id());
        forget(template);
        if (size + sizeOf(referrers) <= most) {
            known.put(template, new Known(line, referrers));
            size += sizeOf(referrers);
        }
    }

    private void forget(Template template) {
        var old = known.remove(template);
        size -= old == null ? 0 : sizeOf(old.referrers());
    }

    private boolean isSettled(Line line) {
        return line.modifiedAt().isBefore(clock.instant().minus(SETTLED));
    }

    /** One that names no image takes a place too. */
    private static int sizeOf(Referrers referrers) {
        return 1 + referrers.references().size();
    }

    private record Template(AccountRegion where, String id) {}

    private record Known(Line line, Referrers referrers) {}

    /** What the listing tells of one template. */
    private record Line(String id, long latest, long defaultVersion, Instant modifiedAt) {

        /** Null where the listing does not tell all of it. */
        static @Nullable Line of(JsonNode listed) {
            long latest = listed.path("LatestVersionNumber").asLong(0);
            long defaultVersion = listed.path("DefaultVersionNumber").asLong(0);
            Instant modifiedAt = ImageReader.instant(ImageReader.text(listed, "ModifiedTime"));
            return latest < 1 || defaultVersion < 1 || modifiedAt == null
                    ? null
                    : new Line(listed.path("LaunchTemplateId").asString(""), latest, defaultVersion, modifiedAt);
        }

        /** Says whether the versions that were read are those of the line: the latest is among them, and none is later. */
        boolean shows(List<Long> versions) {
            return versions.contains(latest) && versions.stream().allMatch(version -> version <= latest);
        }
    }
}
