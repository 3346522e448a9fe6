package io.imagesweep.alibaba;

import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A listing by page numbers whose items come and go meanwhile, in an order that nobody promised. Each pass reads from the
 * last page down, so that items which vanish move no other out of reach; an item that appears may, but is then new itself.
 * So a pass that finds nothing new missed nothing. One page alone is of one moment. For one thread, once.
 */
final class Listing<T> {

    private static final int PASSES = 6;

    private final int pageSize;
    private final IntFunction<Reading<NumberedPage<T>>> pages;
    private final Function<T, String> id;
    private final Map<String, T> found = new LinkedHashMap<>();
    private int total;
    private @Nullable Unreadable<List<T>> failure;

    Listing(int pageSize, IntFunction<Reading<NumberedPage<T>>> pages, Function<T, String> id) {
        this.pageSize = pageSize;
        this.pages = pages;
        this.id = id;
    }

    /** Gives all that was there from the first page to the last, and perhaps what came or went meanwhile. */
    Reading<List<T>> read() {
        turn(1);
        if (failure == null && total <= pageSize) {
            return found.size() >= total ? complete() : incomplete();
        }
        for (int pass = 0; pass < PASSES && failure == null; pass++) {
            int before = found.size();
            readDown();
            if (failure == null && found.size() == before && before >= total) {
                return complete();
            }
        }
        return failure == null ? incomplete() : failure;
    }

    private void readDown() {
        for (int page = Math.ceilDiv(total, pageSize); page >= 1 && failure == null; page--) {
            turn(page);
        }
    }

    private void turn(int number) {
        switch (pages.apply(number)) {
            case Complete<NumberedPage<T>>(var page) -> {
                total = page.total();
                page.items().forEach(item -> found.put(id.apply(item), item));
            }
            case Unreadable<NumberedPage<T>>(boolean ours, String why) -> failure = new Unreadable<>(ours, why);
        }
    }

    private Reading<List<T>> complete() {
        return new Complete<>(List.copyOf(found.values()));
    }

    private Reading<List<T>> incomplete() {
        return new Unreadable<>(
                false,
                "the listing changed under every one of %d passes: %d found of %d"
                        .formatted(PASSES, found.size(), total));
    }
}
