package io.imagesweep.candidate;

import java.util.Comparator;

/** One account in one region: the scope of the API's quotas, of a listing, and of a partition of a run. */
public record AccountRegion(String accountId, String regionId) implements Comparable<AccountRegion> {

    private static final Comparator<AccountRegion> ORDER =
            Comparator.comparing(AccountRegion::accountId).thenComparing(AccountRegion::regionId);

    @Override
    public int compareTo(AccountRegion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return accountId + "/" + regionId;
    }
}
