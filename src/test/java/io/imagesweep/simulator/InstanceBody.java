package io.imagesweep.simulator;

import tools.jackson.databind.node.ObjectNode;

/** An instance as DescribeInstances tells it: what the state does not say is the same for all. */
final class InstanceBody {

    private static final String CREATED = "2026-01-01T00:00Z";

    private InstanceBody() {}

    static ObjectNode of(Instance instance, Region region) {
        var body = Answer.object()
                .put("InstanceId", instance.instanceId())
                .put("InstanceName", instance.instanceId())
                .put("ImageId", instance.imageId())
                .put("Status", instance.status())
                .put("RegionId", region.id())
                .put("ZoneId", region.id() + "-a")
                .put("HostName", instance.instanceId())
                .put("Description", "")
                .put("SerialNumber", Digests.sha256(instance.instanceId()).substring(0, 32))
                .put("CreationTime", CREATED)
                .put("StartTime", CREATED)
                .put("ExpiredTime", "2099-12-31T15:59Z")
                .put("ResourceGroupId", "")
                .put("KeyPairName", "")
                .put("HpcClusterId", "")
                .put("DeletionProtection", false)
                .put("DeviceAvailable", true);
        type(body);
        network(body);
        lists(body, instance);
        return body;
    }

    private static void type(ObjectNode body) {
        body.put("InstanceType", "ecs.g7.large")
                .put("InstanceTypeFamily", "ecs.g7")
                .put("InstanceChargeType", "PostPaid")
                .put("Cpu", 2)
                .put("Memory", 8192)
                .put("IoOptimized", true)
                .put("OSType", ImageBody.OS_TYPE)
                .put("OSName", "Ubuntu  24.04 64位")
                .put("OSNameEn", "Ubuntu  24.04 64 bit")
                .put("StoppedMode", "Not-applicable")
                .put("SpotStrategy", "NoSpot")
                .put("Recyclable", false);
        body.putObject("MetadataOptions")
                .put("HttpEndpoint", "enabled")
                .put("HttpTokens", "optional")
                .put("HttpPutResponseHopLimit", 0);
    }

    private static void network(ObjectNode body) {
        body.put("InstanceNetworkType", "vpc")
                .put("InternetChargeType", "PayByTraffic")
                .put("InternetMaxBandwidthIn", 100)
                .put("InternetMaxBandwidthOut", 0);
        var vpc = body.putObject("VpcAttributes")
                .put("VpcId", "vpc-simulated")
                .put("VSwitchId", "vsw-simulated")
                .put("NatIpAddress", "");
        vpc.putObject("PrivateIpAddress").putArray("IpAddress").add("10.0.0.1");
        body.putObject("EipAddress").put("IpAddress", "").put("AllocationId", "");
        body.putObject("PublicIpAddress").putArray("IpAddress");
        body.putObject("InnerIpAddress").putArray("IpAddress");
        body.putObject("RdmaIpAddress").putArray("IpAddress");
    }

    private static void lists(ObjectNode body, Instance instance) {
        body.putObject("SecurityGroupIds").putArray("SecurityGroupId").add("sg-simulated");
        body.putObject("NetworkInterfaces").putArray("NetworkInterface");
        body.putObject("OperationLocks").putArray("LockReason");
        TagList.put(body, instance.tags());
    }
}
