package io.imagesweep.simulator;

/**
 * An image as one account sees it in its listing.
 *
 * @param ownerAlias self, others, system or marketplace, as the viewer sees it
 * @param region of the viewer, whose instances may use it
 */
record ListedImage(Image image, String ownerId, String ownerAlias, Region region) {

    boolean inUse() {
        return region.uses(image.imageId());
    }
}
