package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of many accounts and regions, one after the other, a page in memory at a time however they are consumed. */
final class Pages<T> implements Iterator<T> {

    private final Iterator<AccountRegion> regions;
    private final BiFunction<AccountRegion, @Nullable T, List<T>> read;
    private @Nullable AccountRegion where;
    private @Nullable T last;
    private Iterator<T> page = Collections.emptyIterator();

    private Pages(List<AccountRegion> regions, BiFunction<AccountRegion, @Nullable T, List<T>> read) {
        this.regions = regions.iterator();
        this.read = read;
    }

    /** Reads by {@code read} the page that comes after a row, or the first one of an account and region. */
    static <T> Stream<T> of(List<AccountRegion> regions, BiFunction<AccountRegion, @Nullable T, List<T>> read) {
        var pages = new Pages<>(regions, read);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && turn()) {}
        return page.hasNext();
    }

    /** Turns to the next page, which may be empty; false where there is none. */
    private boolean turn() {
        if (where == null) {
            if (!regions.hasNext()) {
                return false;
            }
            where = regions.next();
            last = null;
        }
        page = read.apply(where, last).iterator();
        if (!page.hasNext()) {
            where = null;
        }
        return true;
    }

    @Override
    public T next() {
        var row = page.next();
        last = row;
        return row;
    }
}
