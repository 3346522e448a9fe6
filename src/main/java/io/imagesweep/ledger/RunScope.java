package io.imagesweep.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told to look at. Two runs of the same key must have equal ones.
 *
 * @param accounts the account ids, ascending; empty for all
 * @param regions the region ids, ascending; empty for all
 * @param limit how many images may go at most; null for any number
 * @param policyIgnored why only what is built in protects a list of images; null where the whole policy holds
 */
public record RunScope(
        List<String> accounts,
        List<String> regions,
        @Nullable Long limit,
        @Nullable String policyIgnored) {

    /** A scope in which the whole policy holds. */
    public RunScope(List<String> accounts, List<String> regions, @Nullable Long limit) {
        this(accounts, regions, limit, null);
    }

    public RunScope {
        accounts = accounts.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return "accounts %s, regions %s, limit %s, policy %s"
                .formatted(
                        accounts.isEmpty() ? "all" : accounts,
                        regions.isEmpty() ? "all" : regions,
                        limit == null ? "none" : limit,
                        policyIgnored == null ? "in force" : "ignored");
    }
}
