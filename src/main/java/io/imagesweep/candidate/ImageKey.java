package io.imagesweep.candidate;

import java.util.Comparator;

/** Names one image. An image id alone is unique only within its account and region. */
public record ImageKey(AccountRegion where, String imageId) implements Comparable<ImageKey> {

    private static final Comparator<ImageKey> ORDER =
            Comparator.comparing(ImageKey::where).thenComparing(ImageKey::imageId);

    public ImageKey(String accountId, String regionId, String imageId) {
        this(new AccountRegion(accountId, regionId), imageId);
    }

    public String accountId() {
        return where.accountId();
    }

    public String regionId() {
        return where.regionId();
    }

    @Override
    public int compareTo(ImageKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return where + "/" + imageId;
    }
}
