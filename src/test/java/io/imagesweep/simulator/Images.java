package io.imagesweep.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The images of a region, alive: they settle, are changed, are deleted. */
final class Images {

    private static final Comparator<Image> NEWEST_FIRST =
            Comparator.comparing(Image::creationTime).reversed().thenComparing(Image::imageId);

    private final List<Image> seed;
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    private final List<DeletedImage> deleted;
    private @Nullable Listing listing;

    Images(List<Image> seed, List<DeletedImage> deleted, Instant now) {
        this.seed = seed;
        this.deleted = new ArrayList<>(deleted);
        seed.stream().sorted(NEWEST_FIRST).forEach(image -> holdings.put(image.imageId(), Holding.of(image, now)));
    }

    /** The image, unless it is unknown or deleted, even if it is still listed. */
    synchronized Optional<Image> find(String imageId, Instant now) {
        return Optional.ofNullable(holdings.get(imageId))
                .filter(holding -> !holding.deleted())
                .map(holding -> holding.at(now).image());
    }

    /** The image if it is listed, even if it is deleted. */
    synchronized Optional<Image> listed(String imageId, Instant now) {
        return Optional.ofNullable(holdings.get(imageId))
                .filter(holding -> holding.listed(now))
                .map(holding -> holding.at(now).image());
    }

    synchronized Listing listing(Instant now) {
        var current = listing;
        if (current == null || !current.isOf(now)) {
            current = freshListing(now);
            listing = current;
        }
        return current;
    }

    /** Deletes the image if {@code check} lets it pass; it stays listed for {@code lag}. False: there is none. */
    synchronized boolean delete(String imageId, Consumer<Image> check, Instant now, Duration lag, String requestId) {
        var image = find(imageId, now);
        if (image.isEmpty()) {
            return false;
        }
        check.accept(image.get());
        deleted.add(new DeletedImage(image.get(), now, requestId));
        if (lag.isZero()) {
            holdings.remove(imageId);
        } else {
            holdings.computeIfPresent(imageId, (id, holding) -> holding.at(now).deletedUntil(now.plus(lag)));
        }
        listing = null;
        return true;
    }

    /** Changes the image; false: there is none, or it was so already. */
    synchronized boolean change(String imageId, Instant now, UnaryOperator<Image> edit) {
        var before = find(imageId, now);
        if (before.isEmpty()) {
            return false;
        }
        var after = edit.apply(before.get());
        holdings.computeIfPresent(imageId, (id, holding) -> holding.at(now).with(after));
        listing = null;
        return !after.equals(before.get());
    }

    /** In the order of the seed, without what is deleted. */
    synchronized List<Image> present(Instant now) {
        return seed.stream()
                .flatMap(image -> find(image.imageId(), now).stream())
                .toList();
    }

    synchronized List<DeletedImage> deleted() {
        return List.copyOf(deleted);
    }

    private Listing freshListing(Instant now) {
        holdings.values().removeIf(holding -> !holding.listed(now));
        var images = new ArrayList<Image>(holdings.size());
        var until = Instant.MAX;
        for (var holding : holdings.values()) {
            images.add(holding.at(now).image());
            until = holding.nextChange(now).compareTo(until) < 0 ? holding.nextChange(now) : until;
        }
        return new Listing(images, now, until);
    }
}
