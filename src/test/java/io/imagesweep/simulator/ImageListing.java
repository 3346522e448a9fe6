package io.imagesweep.simulator;

import java.util.function.Consumer;

/**
 * The images an account can see in a region: its own, and unless it asks only for those, what others share with it; what others made
 * public only if it asks for public images.
 */
final class ImageListing {

    private final Call call;
    private final Region region;

    ImageListing(Call call, Region region) {
        this.call = call;
        this.region = region;
    }

    void forEach(Consumer<ListedImage> visitor) {
        var alias = call.arguments().text("ImageOwnerAlias");
        var owner = call.caller().accountId();
        if (!call.arguments().flag("IsPublic")) {
            region.forEachListed(
                    call.now(), image -> visitor.accept(new ListedImage(image, owner, image.ownerAlias(), region)));
        }
        if (alias.isEmpty() || alias.equals("others")) {
            call.world().accounts().stream()
                    .filter(account -> !account.id().equals(owner))
                    .forEach(account -> foreign(account, visitor));
        }
    }

    private void foreign(Account account, Consumer<ListedImage> visitor) {
        boolean open = call.arguments().flag("IsPublic");
        var viewer = call.caller().accountId();
        account.region(region.id())
                .ifPresent(theirs -> theirs.forEachListed(call.now(), image -> {
                    if (open ? image.openToAll() : image.sharedWith().contains(viewer)) {
                        visitor.accept(new ListedImage(image, account.id(), "others", region));
                    }
                }));
    }
}
