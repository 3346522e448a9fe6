package io.imagesweep.simulator;

import static io.imagesweep.simulator.ErrorCode.INVALID_PARAMETER;
import static io.imagesweep.simulator.Parameter.flag;
import static io.imagesweep.simulator.Parameter.integer;
import static io.imagesweep.simulator.Parameter.list;
import static io.imagesweep.simulator.Parameter.text;

/** The parameters of DescribeInstances. */
final class DescribeInstancesParameters {

    static final ParameterTable TABLE = ParameterTable.of(
            Product.ECS,
            text("RegionId").mandatory(),
            text("ImageId"),
            text("InstanceIds"),
            text("InstanceName"),
            text("Status").oneOf(INVALID_PARAMETER, "Pending", "Running", "Starting", "Stopping", "Stopped"),
            text("InstanceType"),
            text("InstanceTypeFamily"),
            text("InstanceChargeType").oneOf(INVALID_PARAMETER, "PostPaid", "PrePaid"),
            text("InstanceNetworkType").oneOf(INVALID_PARAMETER, "classic", "vpc"),
            text("InternetChargeType").oneOf(INVALID_PARAMETER, "PayByBandwidth", "PayByTraffic"),
            text("LockReason")
                    .oneOf(
                            INVALID_PARAMETER,
                            "financial",
                            "security",
                            "recycling",
                            "dedicatedhostfinancial",
                            "refunded"),
            text("VpcId"),
            text("VSwitchId"),
            text("ZoneId"),
            text("SecurityGroupId"),
            text("KeyPairName"),
            text("HpcClusterId"),
            text("ResourceGroupId"),
            text("RdmaIpAddresses"),
            text("EipAddresses"),
            text("PrivateIpAddresses"),
            text("PublicIpAddresses"),
            text("InnerIpAddresses"),
            list("Ipv6Address", 100),
            list("AdditionalAttributes", 20),
            flag("IoOptimized"),
            flag("DeviceAvailable"),
            flag("NeedSaleCycle"),
            flag("DryRun"),
            text("HttpEndpoint").oneOf(INVALID_PARAMETER, "enabled", "disabled"),
            text("HttpTokens").oneOf(INVALID_PARAMETER, "optional", "required"),
            integer("HttpPutResponseHopLimit"),
            integer("MaxResults"),
            text("NextToken"),
            integer("PageNumber").between(INVALID_PARAMETER, 1, Integer.MAX_VALUE),
            integer("PageSize").between(INVALID_PARAMETER, 1, 100),
            text("Filter.1.Key").oneOf(INVALID_PARAMETER, "CreationStartTime"),
            text("Filter.1.Value"),
            text("Filter.2.Key").oneOf(INVALID_PARAMETER, "CreationEndTime"),
            text("Filter.2.Value"),
            text("Filter.3.Key").oneOf(INVALID_PARAMETER, "ExpiredStartTime"),
            text("Filter.3.Value"),
            text("Filter.4.Key").oneOf(INVALID_PARAMETER, "ExpiredEndTime"),
            text("Filter.4.Value"),
            TagFilter.PARAMETER);

    private DescribeInstancesParameters() {}
}
