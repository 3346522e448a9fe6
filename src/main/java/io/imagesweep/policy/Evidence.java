package io.imagesweep.policy;

import io.imagesweep.candidate.ImageUse;
import io.imagesweep.candidate.SourceStates;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an image beside itself.
 *
 * @param uses who uses it; of many users of one type and account the latest is enough
 * @param sources how well its region was searched for uses, in all accounts
 * @param deprecatedAt when a run deprecated it that was not restored since; null where none did
 */
public record Evidence(
        List<ImageUse> uses, SourceStates sources, @Nullable Instant deprecatedAt) {

    /** Nobody looked for anything. */
    public static final Evidence NONE = new Evidence(List.of(), SourceStates.NONE, null);

    public Evidence {
        uses = List.copyOf(uses);
    }
}
