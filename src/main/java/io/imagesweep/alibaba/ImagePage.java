package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of DescribeImages.
 *
 * @param total how many images there are on all pages
 * @param stranger the owner of an image that the account does not own
 */
record ImagePage(
        int total, List<Candidate> images, @Nullable String stranger) {

    /** Reads a page; empty where it does not say how many images there are, for then nobody knows what is missing. */
    static Optional<ImagePage> of(AccountRegion where, JsonNode body) {
        JsonNode total = body.path("TotalCount");
        if (!total.isInt() || !body.has("Images")) {
            return Optional.empty();
        }
        List<Candidate> images = new ArrayList<>();
        String stranger = null;
        for (JsonNode image : body.path("Images").path("Image")) {
            String id = ImageReader.text(image, "ImageId");
            if (id != null && !id.isBlank()) {
                images.add(ImageReader.candidate(where, id, image));
            }
            stranger = ownedBy(where, image) ? stranger : ImageReader.text(image, "ImageOwnerId");
        }
        return Optional.of(new ImagePage(total.asInt(), images, stranger));
    }

    private static boolean ownedBy(AccountRegion where, JsonNode image) {
        String owner = ImageReader.text(image, "ImageOwnerId");
        return owner == null || owner.isBlank() || owner.equals(where.accountId());
    }
}
