package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told to look at. Two runs of the same key must have equal ones.
 *
 * @param accounts the account ids, ascending; empty for all
 * @param regions the region ids, ascending; empty for all
 * @param limit how many images may go at most; null for any number
 * @param policyIgnored why only what is built in protects a list of images; null where the whole policy holds
 * @param forced why images that instances use are deleted too; null where the rules of the policy say it
 * @param shard the only part of the accounts and regions; null for all
 */
public record RunScope(
        List<String> accounts,
        List<String> regions,
        @Nullable Long limit,
        @Nullable String policyIgnored,
        @Nullable String forced,
        @Nullable Shard shard) {

    /** A whole scope in which the policy alone decides. */
    public RunScope(List<String> accounts, List<String> regions, @Nullable Long limit) {
        this(accounts, regions, limit, null, null, null);
    }

    /** A scope of a list of images. */
    public static RunScope ofList(String account, @Nullable String policyIgnored) {
        return new RunScope(List.of(account), List.of(), null, policyIgnored, null, null);
    }

    /** How many runs divide the accounts and regions among them; 1 for this one alone. */
    public int parts() {
        return shard == null ? 1 : shard.count();
    }

    /** Says whether this part of a divided run has {@code where}. */
    public boolean holds(AccountRegion where) {
        return shard == null || shard.holds(where);
    }

    public RunScope {
        accounts = accounts.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        return "accounts %s, regions %s, limit %s, policy %s, force %s, shard %s"
                .formatted(
                        accounts.isEmpty() ? "all" : accounts,
                        regions.isEmpty() ? "all" : regions,
                        limit == null ? "none" : limit,
                        policyIgnored == null ? "in force" : "ignored",
                        forced == null ? "as in the policy" : "for '" + forced + "'",
                        shard == null ? "none" : shard);
    }
}
