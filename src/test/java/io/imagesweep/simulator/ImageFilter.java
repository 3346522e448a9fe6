package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which images a call of DescribeImages asks for: only what it names is looked at. */
final class ImageFilter implements Predicate<ListedImage> {

    private final Arguments arguments;
    private final Set<String> statuses;
    private final List<Predicate<ListedImage>> wanted = new ArrayList<>();

    ImageFilter(Arguments arguments) {
        this.arguments = arguments;
        checkCombinations();
        statuses =
                Set.copyOf(List.of(arguments.given("Status").orElse("Available").split(",", -1)));
        addTexts();
        addProperties();
        if (!arguments.list("Tag").isEmpty()) {
            wanted.add(TagFilter.of(arguments));
        }
        if (!arguments.list("Filter").isEmpty()) {
            wanted.add(CreationFilter.of(arguments));
        }
    }

    @Override
    public boolean test(ListedImage listed) {
        if (!statuses.contains(listed.image().status())) {
            return false;
        }
        for (var predicate : wanted) {
            if (!predicate.test(listed)) {
                return false;
            }
        }
        return true;
    }

    private void checkCombinations() {
        var alias = arguments.text("ImageOwnerAlias");
        if (arguments.flag("IsPublic") && !alias.equals("others")) {
            throw ErrorCode.PUBLIC_NEEDS_OTHERS.refusal();
        }
        if (arguments.given("ImageOwnerId").isPresent() && !alias.isEmpty() && !alias.equals("others")) {
            throw ErrorCode.OWNER_ID_UNSUPPORTED.refusal();
        }
    }

    private void addTexts() {
        equal("ImageId", listed -> listed.image().imageId());
        equal("ImageFamily", listed -> Objects.requireNonNullElse(listed.image().imageFamily(), ""));
        equal("ImageOwnerAlias", ListedImage::ownerAlias);
        equal("ImageOwnerId", ListedImage::ownerId);
        equal("Usage", listed -> listed.inUse() ? "instance" : "none");
        arguments
                .given("ImageName")
                .map(Glob::new)
                .ifPresent(
                        name -> wanted.add(listed -> name.matches(listed.image().imageName())));
        arguments
                .given("SnapshotId")
                .ifPresent(snapshot ->
                        wanted.add(listed -> listed.image().snapshotIds().contains(snapshot)));
    }

    /** What every image has: who asks for others gets none. */
    private void addProperties() {
        equal("Architecture", any -> ImageBody.ARCHITECTURE);
        equal("OSType", any -> ImageBody.OS_TYPE);
        for (var name : List.of("IsSupportIoOptimized", "IsSupportCloudinit")) {
            if (arguments.text(name).equalsIgnoreCase("false")) {
                wanted.add(any -> false);
            }
        }
    }

    private void equal(String name, Function<ListedImage, String> property) {
        arguments.given(name).ifPresent(value -> wanted.add(listed -> value.equals(property.apply(listed))));
    }
}
