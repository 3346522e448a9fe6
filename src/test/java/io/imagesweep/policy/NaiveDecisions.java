package io.imagesweep.policy;

import static io.imagesweep.policy.ImageBuilder.NOW;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.policy.PolicySpec.DueSpec;
import io.imagesweep.policy.PolicySpec.Guards;
import io.imagesweep.policy.PolicySpec.MatchSpec;
import io.imagesweep.policy.PolicySpec.RuleSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides as the language says, comparing every image with every other. */
record NaiveDecisions(PolicySpec spec, List<Candidate> images, Map<Candidate, Evidence> evidence) {

    private static final List<String> KNOWN =
            List.of("Available", "Deprecated", "UnAvailable", "CreateFailed", "Creating", "Waiting");

    private static final Instant EARLIEST = Instant.parse("2009-01-01T00:00:00Z");

    String decide(Candidate image) {
        return builtIn(image)
                .or(() -> protections(image).stream().findFirst().map("KEEP "::concat))
                .or(() -> rule(image).map(rule -> byRule(rule, image)))
                .orElse("KEEP null no rule");
    }

    private static Optional<String> builtIn(Candidate image) {
        if (!KNOWN.contains(Objects.requireNonNullElse(image.status(), ""))) {
            return Optional.of("KEEP built-in unknown status");
        }
        if (is(image, "Creating") || is(image, "Waiting")) {
            return Optional.of("KEEP built-in being created");
        }
        Instant created = image.createdAt();
        if (created == null || created.isBefore(EARLIEST)) {
            return Optional.of("KEEP built-in no creation time");
        }
        if (!created.isBefore(NOW)) {
            return Optional.of("KEEP built-in future creation time");
        }
        return image.isPublic() ? Optional.of("KEEP built-in public") : Optional.empty();
    }

    /** Names all protections that hold, with the kind of the reason, in the order of the language. */
    List<String> protections(Candidate image) {
        Guards guards = spec.guards();
        List<String> found = new ArrayList<>();
        if (guards.statuses().contains(Objects.requireNonNullElse(image.status(), ""))) {
            found.add("statuses protected status");
        }
        if (guards.tags().stream().anyMatch(tag -> tag.isOn(image))) {
            found.add("tags protected tag");
        }
        if (guards.withoutTags().stream().anyMatch(tag -> !tag.isOn(image))) {
            found.add("without-tags protected without tag");
        }
        if (fitsOne(guards.names(), image.name())) {
            found.add("names protected name");
        }
        if (isUsable(image) && age(image).compareTo(Duration.ofHours(guards.newerThanHours())) < 0) {
            found.add("newer-than too new");
        }
        if (guards.shared() && !Boolean.FALSE.equals(image.shared())) {
            found.add(image.shared() == null ? "shared shares unknown" : "shared shared");
        }
        uses(image).protection().ifPresent(found::add);
        if (isUsable(image) && isOnFloor(image)) {
            found.add("family-floor family floor");
        }
        return found.stream().map("protect."::concat).toList();
    }

    private boolean isOnFloor(Candidate image) {
        String family = image.family();
        return family != null
                && !family.isEmpty()
                && is(image, "Available")
                && newer(image, other -> family.equals(other.family()))
                        < spec.guards().familyFloor();
    }

    Optional<RuleSpec> rule(Candidate image) {
        return spec.rules().stream()
                .filter(rule -> belongs(rule.match(), image))
                .findFirst();
    }

    private static boolean belongs(MatchSpec match, Candidate image) {
        List<String> statuses = match.statuses().isEmpty() ? KNOWN.subList(0, 4) : match.statuses();
        Integer size = image.sizeGib();
        boolean asksForNothing = match.tags().isEmpty()
                && match.withoutTags().isEmpty()
                && match.names().isEmpty()
                && match.families().isEmpty()
                && match.regions().isEmpty()
                && match.statuses().isEmpty();
        int minSize = asksForNothing ? Math.max(1, match.minSize()) : match.minSize();
        return statuses.contains(Objects.requireNonNullElse(image.status(), ""))
                && match.tags().stream().allMatch(tag -> tag.isOn(image))
                && match.withoutTags().stream().noneMatch(tag -> tag.isOn(image))
                && (match.names().isEmpty() || fitsOne(match.names(), image.name()))
                && (match.families().isEmpty() || fitsOne(match.families(), image.family()))
                && (match.regions().isEmpty()
                        || match.regions().contains(image.key().regionId()))
                && (minSize == 0 || (size != null && size >= minSize));
    }

    private String byRule(RuleSpec rule, Candidate image) {
        if (rule.due() != null && !isDue(rule, rule.due(), image)) {
            return "KEEP " + rule.name() + " not due";
        }
        String per = rule.per();
        if (per != null) {
            String group = group(per, image);
            if (group == null) {
                return "KEEP " + rule.name() + " no group";
            }
            Predicate<Candidate> isOfGroup =
                    other -> rule(other).equals(Optional.of(rule)) && group.equals(group(per, other));
            if (newer(image, isOfGroup) < rule.count()) {
                return "KEEP " + rule.name() + " among the latest";
            }
        }
        return uses(image).stage(rule);
    }

    private NaiveUses uses(Candidate image) {
        return new NaiveUses(spec.guards(), image, evidence.getOrDefault(image, Evidence.NONE));
    }

    private boolean isDue(RuleSpec rule, DueSpec due, Candidate image) {
        return holds(due, image)
                && (rule.anyOf().isEmpty() || rule.anyOf().stream().anyMatch(one -> holds(one, image)));
    }

    private boolean holds(DueSpec due, Candidate image) {
        boolean isOld = due.olderThanHours() == 0 || age(image).compareTo(Duration.ofHours(due.olderThanHours())) > 0;
        String date = image.tags().getOrDefault(Objects.requireNonNullElse(due.tagDate(), ""), "no date");
        boolean isIdle = due.unusedForHours() == 0 || uses(image).isUnusedFor(due.unusedForHours());
        return isOld && isIdle && (due.tagDate() == null || PolicyLottery.DATES.getOrDefault(date, false));
    }

    private static @Nullable String group(String per, Candidate image) {
        String group = switch (per) {
            case "region" -> "all";
            case "image-family" -> image.family();
            default -> image.tags().get("env");
        };
        return per.equals("image-family") && "".equals(group) ? null : group;
    }

    private long newer(Candidate image, Predicate<Candidate> isOfGroup) {
        return images.stream()
                .filter(other -> other.key().where().equals(image.key().where()))
                .filter(other -> is(other, "Available") && isUsable(other) && isNewer(other, image))
                .filter(isOfGroup)
                .count();
    }

    private static boolean isNewer(Candidate a, Candidate b) {
        int byTime = Objects.requireNonNull(a.createdAt()).compareTo(Objects.requireNonNull(b.createdAt()));
        return byTime > 0 || (byTime == 0 && Arrays.compareUnsigned(bytes(a), bytes(b)) < 0);
    }

    private static byte[] bytes(Candidate image) {
        return image.key().imageId().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean is(Candidate image, String status) {
        return status.equals(image.status());
    }

    static boolean isUsable(Candidate image) {
        Instant created = image.createdAt();
        return created != null && !created.isBefore(EARLIEST) && created.isBefore(NOW);
    }

    private static Duration age(Candidate image) {
        return Duration.between(Objects.requireNonNull(image.createdAt()), NOW);
    }

    private static boolean fitsOne(List<String> globs, @Nullable String text) {
        return text != null && !text.isEmpty() && globs.stream().anyMatch(glob -> GlobExpression.fits(glob, text));
    }
}
