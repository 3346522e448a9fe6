package io.imagesweep.simulator;

import java.time.Instant;

/** A call that was let in: who calls, with what, on which world, and when. */
record Call(Caller caller, Arguments arguments, World world, Settings settings, Instant now, String requestId) {

    Account account() {
        return world.account(caller.accountId()).orElseThrow(ErrorCode.ACCESS_KEY_NOT_FOUND::refusal);
    }

    Region region() {
        return account().region(arguments.text("RegionId")).orElseThrow(ErrorCode.REGION_NOT_FOUND::refusal);
    }

    /** The image that ImageId names, of those of this account. */
    Image ownImage() {
        return region().image(arguments.text("ImageId"), now)
                .filter(Image::isOwn)
                .orElseThrow(ErrorCode.IMAGE_NOT_FOUND::refusal);
    }

    /** The ARN of all resources of a kind of ESS. */
    String essResource(String kind) {
        return "acs:ess:%s:%s:%s/*".formatted(arguments.text("RegionId"), caller.accountId(), kind);
    }

    /** The ARN of an ECS resource of this account in the region called. */
    String ecsResource(String kind, String id) {
        return "acs:ecs:%s:%s:%s/%s".formatted(arguments.text("RegionId"), caller.accountId(), kind, id);
    }

    void refuseIfDry() {
        if (arguments.flag("DryRun")) {
            throw ErrorCode.DRY_RUN.refusal();
        }
    }
}
