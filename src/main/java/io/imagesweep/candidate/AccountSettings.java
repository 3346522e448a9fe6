package io.imagesweep.candidate;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account to be cleaned.
 *
 * @param id the account's number
 * @param alias a name for people
 * @param regions region ids, or the one word {@code all}
 * @param roleArn the role to assume by STS; without one the plain credentials are used
 * @param ratePerMinute calls of one action in one region of this account; without one the general rate holds
 */
public record AccountSettings(
        @Pattern(regexp = "[0-9]+") String id,
        @Nullable String alias,
        @NotEmpty List<String> regions,
        @Nullable String roleArn,
        @Nullable @Min(1) Integer ratePerMinute) {

    /** Says whether the account's regions are asked of the API instead of being listed. */
    public boolean allRegions() {
        return regions.equals(List.of("all"));
    }
}
