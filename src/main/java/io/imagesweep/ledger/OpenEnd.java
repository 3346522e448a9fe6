package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;

/**
 * What a run has left to others in one account and region.
 *
 * @param deletions accepted ones that no listing has confirmed
 * @param waiting snapshots that are deleted once those are confirmed
 * @param due snapshots that the next live run deletes, for their images are confirmed as gone
 */
public record OpenEnd(AccountRegion where, long deletions, long waiting, long due) {}
