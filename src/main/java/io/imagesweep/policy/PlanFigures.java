package io.imagesweep.policy;

import io.imagesweep.candidate.AccountRegion;
import org.jspecify.annotations.Nullable;

/**
 * What the guard must know of one account and region.
 *
 * @param planned images that the plan would delete or deprecate
 * @param candidates all images of the plan, whatever was decided
 * @param baseline candidates at the last complete sync minus what was deleted since; null when there is none, or no sync in
 *     this run
 */
public record PlanFigures(
        AccountRegion where,
        long planned,
        long candidates,
        @Nullable Long baseline) {}
