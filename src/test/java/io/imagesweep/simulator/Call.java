package io.imagesweep.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** A call that was let in: who calls, with what, on which world, and when. */
record Call(
        Caller caller,
        Arguments arguments,
        World world,
        Settings settings,
        Instant now,
        String requestId,
        String sourceIp) {

    private static final Pattern RESOURCE = Pattern.compile("acs:ecs:([^:]*):[^:]*:([^:/]*)/(.*)");

    Account account() {
        return world.account(caller.accountId()).orElseThrow(ErrorCode.ACCESS_KEY_NOT_FOUND::refusal);
    }

    Region region() {
        return account().region(arguments.text("RegionId")).orElseThrow(ErrorCode.REGION_NOT_FOUND::refusal);
    }

    /** The image that ImageId names, of those of this account. */
    Image ownImage() {
        return region().images()
                .find(arguments.text("ImageId"), now)
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

    /** The tags of what an ARN names; none if it names a whole kind, or nothing. */
    Map<String, String> tagsOf(String arn) {
        var match = RESOURCE.matcher(arn);
        if (!match.matches()) {
            return Map.of();
        }
        return account()
                .region(match.group(1))
                .<Tagged>flatMap(region -> region.tagged(match.group(2), match.group(3), now))
                .map(Tagged::tags)
                .orElse(Map.of());
    }

    void refuseIfDry() {
        if (arguments.flag("DryRun")) {
            throw ErrorCode.DRY_RUN.refusal();
        }
    }
}
