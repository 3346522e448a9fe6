package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The images an account can see in a region: its own, and unless it asks only for those, what others share with it; what others made
 * public only if it asks for public images.
 */
final class ImageListing {

    private static final Set<String> QUESTION = DescribeImagesParameters.TABLE.parameters().stream()
            .map(Parameter::name)
            .filter(name ->
                    !Set.of("RegionId", "DryRun", "PageNumber", "PageSize").contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private final Call call;
    private final Region region;
    private final boolean open;
    private final List<Source> sources;

    ImageListing(Call call) {
        this.call = call;
        region = call.region();
        open = call.arguments().flag("IsPublic");
        sources = Stream.concat(own(), foreign()).toList();
    }

    /** Newest first, what is the account's own before what is not. */
    List<ListedImage> matching(Predicate<ListedImage> filter) {
        var id = call.arguments().text("ImageId");
        if (!id.isEmpty()) {
            return named(id, filter);
        }
        var listings = sources.stream()
                .map(source -> source.region().images().listing(call.now()))
                .toList();
        return region.found().find(question(), listings, () -> searched(listings, filter));
    }

    private List<ListedImage> named(String id, Predicate<ListedImage> filter) {
        return sources.stream()
                .flatMap(source -> source.region().images().listed(id, call.now()).stream()
                        .flatMap(image -> seen(image, source).stream()))
                .filter(filter)
                .toList();
    }

    private List<ListedImage> searched(List<Listing> listings, Predicate<ListedImage> filter) {
        return IntStream.range(0, sources.size())
                .boxed()
                .flatMap(i -> listings.get(i).images().stream().flatMap(image -> seen(image, sources.get(i)).stream()))
                .filter(filter)
                .toList();
    }

    private Optional<ListedImage> seen(Image image, Source source) {
        if (source.own()) {
            return Optional.of(new ListedImage(image, source.ownerId(), image.ownerAlias(), region));
        }
        boolean visible = open
                ? image.openToAll()
                : image.sharedWith().contains(call.caller().accountId());
        return visible ? Optional.of(new ListedImage(image, source.ownerId(), "others", region)) : Optional.empty();
    }

    private Stream<Source> own() {
        return open ? Stream.empty() : Stream.of(new Source(call.caller().accountId(), region, true));
    }

    private Stream<Source> foreign() {
        var alias = call.arguments().text("ImageOwnerAlias");
        if (!alias.isEmpty() && !alias.equals("others")) {
            return Stream.empty();
        }
        return call.world().accounts().stream()
                .filter(account -> !account.id().equals(call.caller().accountId()))
                .flatMap(account ->
                        account.region(region.id()).stream().map(theirs -> new Source(account.id(), theirs, false)));
    }

    /** What the call asks for, whatever the page. */
    private Map<String, String> question() {
        var question = new TreeMap<String, String>();
        call.arguments().all().forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (QUESTION.contains(dot < 0 ? name : name.substring(0, dot))) {
                question.put(name, value);
            }
        });
        return question;
    }

    /** A region whose images may be seen, and whose it is. */
    private record Source(String ownerId, Region region, boolean own) {}
}
