package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the pages of a listing whose images come and go meanwhile. The first page tells how many there are; then
 * they are read from the last down to the first: images that vanish move the others to pages still to come, so none slips through. Images that appear
 * may move others to pages already read; then the pass does not count as whole. For one thread, once.
 */
final class ImageListing {

    static final int PAGE_SIZE = 100;

    private final AccountRegion where;
    private final IntFunction<Reading<ImagePage>> pages;
    private final Map<String, Candidate> found = new LinkedHashMap<>();
    private int total = Integer.MAX_VALUE;
    private boolean grew;
    private @Nullable Unreadable<List<Candidate>> failure;

    ImageListing(AccountRegion where, IntFunction<Reading<ImagePage>> pages) {
        this.where = where;
        this.pages = pages;
    }

    /** Reads all pages; what cannot be read ends it. */
    void read() {
        turn(1);
        int last = Math.ceilDiv(total, PAGE_SIZE);
        for (int page = last; page > 1 && failure == null; page--) {
            turn(page);
        }
        if (last > 1 && failure == null) {
            readFirstPageAgain();
        }
    }

    /** Why a page could not be read; null when all were. */
    @Nullable
    Unreadable<List<Candidate>> failure() {
        return failure;
    }

    /** Says whether every image is here that was there from the first page to the last. */
    boolean whole() {
        return !grew && found.size() >= total;
    }

    List<Candidate> images() {
        return List.copyOf(found.values());
    }

    String shortfall() {
        return "%d images found of %d".formatted(found.size(), total);
    }

    /**
     * Images that vanished moved others from the second page to the first after that was read. An image newer than all
     * that were found has appeared, and has perhaps moved one past us.
     */
    private void readFirstPageAgain() {
        Set<String> before = Set.copyOf(found.keySet());
        Instant newest = newest(found.values());
        turn(1);
        grew |= found.values().stream()
                .filter(image -> !before.contains(image.key().imageId()))
                .anyMatch(
                        image -> image.createdAt() == null || image.createdAt().isAfter(newest));
    }

    private static Instant newest(Collection<Candidate> images) {
        return images.stream()
                .map(Candidate::createdAt)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private void turn(int page) {
        switch (pages.apply(page)) {
            case Complete<ImagePage>(ImagePage read) -> add(read);
            case Unreadable<ImagePage>(boolean ours, String why) -> failure = new Unreadable<>(ours, why);
        }
    }

    private void add(ImagePage page) {
        grew |= page.total() > total;
        total = page.total();
        page.images().forEach(image -> found.putIfAbsent(image.key().imageId(), image));
        if (page.stranger() != null) {
            failure = new Unreadable<>(
                    true,
                    "account %s is configured, but these credentials show images of account %s"
                            .formatted(where.accountId(), page.stranger()));
        }
    }
}
