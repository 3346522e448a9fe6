package io.imagesweep.candidate;

import java.util.List;

/**
 * What an account must permit.
 *
 * @param action the provider's word for it
 * @param resources the provider's names of what it is permitted on
 * @param reason what it is needed for
 */
public record Permission(String action, List<String> resources, String reason) {

    public Permission {
        resources = List.copyOf(resources);
    }
}
