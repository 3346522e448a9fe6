package io.imagesweep.alibaba;

import io.imagesweep.candidate.Reference;
import io.imagesweep.candidate.Reference.ImageName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The images that an answer of the API names: by id, by family, or, where there is no id, by name. */
final class ImageNames {

    private ImageNames() {}

    /** Gives the uses of images by the referrer that {@code node} describes. */
    static List<Reference> of(String referrerType, String referrerId, JsonNode node) {
        return named(node).stream()
                .map(name -> new Reference(referrerType, referrerId, name))
                .toList();
    }

    private static List<ImageName> named(JsonNode node) {
        List<ImageName> names = new ArrayList<>();
        String id = present(node, "ImageId");
        String family = present(node, "ImageFamily");
        String name = present(node, "ImageName");
        if (id != null) {
            names.add(new ImageName.ById(id));
        } else if (name != null) {
            names.add(new ImageName.ByName(name));
        }
        if (family != null) {
            names.add(new ImageName.NewestOf(family));
        }
        return names;
    }

    private static @Nullable String present(JsonNode node, String field) {
        String text = ImageReader.text(node, field);
        return text == null || text.isBlank() ? null : text;
    }
}
