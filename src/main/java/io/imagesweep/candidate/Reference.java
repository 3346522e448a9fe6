package io.imagesweep.candidate;

/**
 * One use of an image.
 *
 * @param referrerType what uses it: {@code instance}, {@code launch-template} and the like
 * @param referrerId names the user among those of its type in its account and region
 */
public record Reference(String referrerType, String referrerId, ImageName image) {

    /** How the user names its image. */
    public sealed interface ImageName {

        /** One image. */
        record ById(String imageId) implements ImageName {}

        /** Whichever available image of a family is the newest. */
        record NewestOf(String family) implements ImageName {}

        /** Every image of a name. */
        record ByName(String name) implements ImageName {}
    }
}
