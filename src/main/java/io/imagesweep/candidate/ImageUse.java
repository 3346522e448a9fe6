package io.imagesweep.candidate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody uses an image, as it was seen last.
 *
 * @param referrerType what uses it: {@code instance}, {@code launch-template} and the like
 * @param referrerId names the user among those of its type
 * @param referrerAccountId the account of the user, which may be that of the image
 * @param seenAt null where nobody could tell when
 */
public record ImageUse(
        String referrerType,
        String referrerId,
        String referrerAccountId,
        @Nullable Instant seenAt) {}
