package io.imagesweep.simulator;

import java.util.List;

/** The parameters of DescribeImages. */
final class DescribeImagesParameters {

    static final ParameterTable TABLE = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageId"),
            Parameter.text("ImageName"),
            Parameter.text("ImageFamily"),
            Parameter.text("SnapshotId"),
            Parameter.text("Status")
                    .where(DescribeImagesParameters::areStatuses, () -> ErrorCode.INVALID_PARAMTER.refusal("Status")),
            Parameter.text("ImageOwnerAlias").oneOf(ErrorCode.OWNER_ALIAS, "system", "self", "others", "marketplace"),
            Parameter.number("ImageOwnerId"),
            Parameter.flag("IsPublic"),
            Parameter.text("Usage").oneOf(ErrorCode.USAGE, "instance", "none"),
            Parameter.text("Architecture").oneOf(ErrorCode.ARCHITECTURE, "i386", "x86_64", "arm64"),
            Parameter.text("OSType").oneOf(ErrorCode.OS_TYPE, "windows", "linux"),
            Parameter.text("InstanceType").where(type -> type.startsWith("ecs."), ErrorCode.INSTANCE_TYPE::refusal),
            Parameter.flag("IsSupportIoOptimized"),
            Parameter.flag("IsSupportCloudinit"),
            Parameter.flag("ShowExpired"),
            Parameter.text("ActionType").oneOf(ErrorCode.INVALID_PARAMTER, "CreateEcs", "ChangeOS"),
            Parameter.text("ResourceGroupId"),
            Parameter.flag("DryRun"),
            Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMTER, 1, Integer.MAX_VALUE),
            Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMTER, 1, 100),
            TagFilter.PARAMETER,
            Parameter.list("Filter", 20, Parameter.text("Key"), Parameter.text("Value")));

    private DescribeImagesParameters() {}

    private static boolean areStatuses(String text) {
        return Image.STATUSES.containsAll(List.of(text.split(",", -1)));
    }
}
