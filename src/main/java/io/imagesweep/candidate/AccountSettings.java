package io.imagesweep.candidate;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
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
        @NotNull(message = "must be the account's number")
        @Pattern(regexp = "[0-9]+", message = "must be the account's number, of digits alone")
        String id,

        @Nullable String alias,

        @NotEmpty(message = "must name at least one region, or be [all]")
        List<@Pattern(regexp = "[a-z0-9-]+", message = "must be the id of a region") String> regions,

        @Nullable @Pattern(regexp = ROLE, message = "must be of the form acs:ram::ACCOUNT:role/NAME")
        String roleArn,

        @Nullable @Min(1) Integer ratePerMinute) {

    private static final String ALL = "all";
    private static final String ROLE = "acs:ram::[0-9]+:role/.+";

    public AccountSettings {
        if (isOfAnother(roleArn, id)) {
            throw new IllegalArgumentException("account %s has the role %s of another account".formatted(id, roleArn));
        }
        if (regions != null && regions.size() > 1 && regions.contains(ALL)) {
            throw new IllegalArgumentException(
                    "account %s has the regions %s: name some, or %s alone".formatted(id, regions, ALL));
        }
    }

    /** Such a role would show the images of the other account. What is no id or no role is refused as such. */
    private static boolean isOfAnother(@Nullable String role, @Nullable String id) {
        return id != null
                && role != null
                && id.matches("[0-9]+")
                && role.matches(ROLE)
                && !role.startsWith("acs:ram::" + id + ":");
    }

    /** Says whether the account's regions are asked of the API instead of being listed. */
    public boolean allRegions() {
        return regions.equals(List.of(ALL));
    }
}
