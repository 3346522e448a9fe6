package io.imagesweep.candidate;

import java.util.List;

/**
 * What one source holds that may refer to images.
 *
 * @param count how many there are, also those that name no image
 * @param references the images that they name
 */
public record Referrers(int count, List<Reference> references) {

    public Referrers {
        references = List.copyOf(references);
    }
}
