package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import org.jspecify.annotations.Nullable;

/** How many images one rule would delete or deprecate in one account and region. */
public record PlanCount(AccountRegion where, @Nullable String rule, long count) {}
