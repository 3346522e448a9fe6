package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Extra;
import io.imagesweep.candidate.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the program as RAM knows them, each with what it is for, and how it can be tried without changing anything:
 * asking for what is not there is answered by a denial only where the action is denied.
 */
enum RamAction {
    DESCRIBE_REGIONS("ecs", "DescribeRegions", "", "learns the regions of an account with regions: [all]", ""),
    DESCRIBE_IMAGES("ecs", "DescribeImages", "image/*", "lists the images", "ImageOwnerAlias=self"),
    DESCRIBE_INSTANCES(
            "ecs", "DescribeInstances", "instance/*", "finds the images that instances use", "MaxResults=10"),
    DESCRIBE_LAUNCH_TEMPLATES(
            "ecs",
            "DescribeLaunchTemplates",
            "launchtemplate/*",
            "finds the launch templates, whose images are kept",
            "PageSize=1"),
    DESCRIBE_LAUNCH_TEMPLATE_VERSIONS(
            "ecs",
            "DescribeLaunchTemplateVersions",
            "launchtemplate/*",
            "finds the images of each version of a launch template",
            "LaunchTemplateId=lt-imagesweep-check"),
    DESCRIBE_SCALING_CONFIGURATIONS(
            "ess",
            "DescribeScalingConfigurations",
            "scalingconfiguration/*",
            "finds the images that scaling configurations use",
            "PageSize=1"),
    DELETE_IMAGE("ecs", "DeleteImage", "image/*", "deletes images", null),
    MODIFY_IMAGE_ATTRIBUTE(
            "ecs", "ModifyImageAttribute", "image/*", "deprecates images, and restores them", null, Extra.DEPRECATION),
    DESCRIBE_IMAGE_SHARE_PERMISSION(
            "ecs",
            "DescribeImageSharePermission",
            "image/*",
            "learns with whom an image is shared before it is unshared",
            "ImageId=m-imagesweep-check",
            Extra.UNSHARING),
    MODIFY_IMAGE_SHARE_PERMISSION(
            "ecs", "ModifyImageSharePermission", "image/*", "unshares images", null, Extra.UNSHARING),
    DESCRIBE_SNAPSHOTS(
            "ecs",
            "DescribeSnapshots",
            "snapshot/*",
            "sees which snapshots of deleted images are still there",
            "MaxResults=10",
            Extra.SNAPSHOT_DELETION),
    DELETE_SNAPSHOT(
            "ecs",
            "DeleteSnapshot",
            "snapshot/*",
            "deletes the snapshots of deleted images",
            null,
            Extra.SNAPSHOT_DELETION);

    private final String service;
    private final String call;
    private final String kind;
    private final String reason;
    private final @Nullable String trial;
    private final @Nullable Extra extra;

    /** An action that every run needs. */
    RamAction(String service, String call, String kind, String reason, @Nullable String trial) {
        this(service, call, kind, reason, trial, null);
    }

    RamAction(String service, String call, String kind, String reason, @Nullable String trial, @Nullable Extra extra) {
        this.service = service;
        this.call = call;
        this.kind = kind;
        this.reason = reason;
        this.trial = trial;
        this.extra = extra;
    }

    /** Gives those that a run in {@code account} uses. */
    static Stream<RamAction> usedIn(AccountSettings account, Set<Extra> extras) {
        return Arrays.stream(values())
                .filter(action -> action != DESCRIBE_REGIONS || account.allRegions())
                .filter(action -> action.extra == null || extras.contains(action.extra));
    }

    Permission permission(AccountSettings account) {
        return new Permission(ramName(), resources(account), reason);
    }

    String ramName() {
        return service + ":" + call;
    }

    String call() {
        return call;
    }

    boolean isOfEss() {
        return service.equals("ess");
    }

    /** The parameters of a call that changes nothing; empty where there is no such call. */
    Optional<Map<String, String>> trial() {
        return Optional.ofNullable(trial).map(RamAction::parameters);
    }

    private static Map<String, String> parameters(String text) {
        int middle = text.indexOf('=');
        return middle < 0 ? Map.of() : Map.of(text.substring(0, middle), text.substring(middle + 1));
    }

    private List<String> resources(AccountSettings account) {
        if (this == DESCRIBE_REGIONS) {
            return List.of("*"); // it knows no resource
        }
        // DeleteSnapshot takes no region, so that RAM is asked about all of them.
        var regions = account.allRegions() || this == DELETE_SNAPSHOT ? List.of("*") : account.regions();
        return regions.stream()
                .map(region -> "acs:%s:%s:%s:%s".formatted(service, region, account.id(), kind))
                .toList();
    }
}
