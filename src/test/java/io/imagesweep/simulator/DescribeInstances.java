package io.imagesweep.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the instances of a region, by NextToken or, in the old way, by PageNumber. */
final class DescribeInstances implements Action {

    private static final Map<String, String> FIELDS = fields();

    @Override
    public ParameterTable parameters() {
        return DescribeInstancesParameters.TABLE;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource("instance", "*"));
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var region = call.region();
        var filter = filter(arguments);
        call.refuseIfDry();
        var found = region.instances().stream()
                .map(instance -> InstanceBody.of(instance, region))
                .filter(filter)
                .toList();
        var body = Answer.object();
        if (arguments.given("MaxResults").isPresent()
                || arguments.given("NextToken").isPresent()) {
            int size = Math.clamp(arguments.integer("MaxResults", 10), 10, 100);
            var page = TokenPage.of(found, DescribeInstances::id, size, arguments.text("NextToken"));
            body.put("NextToken", page.nextToken()).put("TotalCount", found.size());
            body.putObject("Instances").putArray("Instance").addAll(page.items());
        } else {
            var page = Page.of(arguments, found);
            body = page.heading().put("NextToken", "");
            body.putObject("Instances").putArray("Instance").addAll(page.items());
        }
        return Answer.of(body);
    }

    private static Predicate<JsonNode> filter(Arguments arguments) {
        var name = new Glob(arguments.text("InstanceName"));
        var time = CreationFilter.of(arguments, 2);
        var tags = TagFilter.of(arguments);
        return FieldFilter.equal(arguments, FIELDS)
                .and(FieldFilter.among(arguments, "InstanceIds", "/InstanceId"))
                .and(FieldFilter.among(arguments, "PrivateIpAddresses", "/VpcAttributes/PrivateIpAddress/IpAddress/0"))
                .and(FieldFilter.among(arguments, "PublicIpAddresses", "/PublicIpAddress/IpAddress/0"))
                .and(FieldFilter.among(arguments, "InnerIpAddresses", "/InnerIpAddress/IpAddress/0"))
                .and(FieldFilter.among(arguments, "EipAddresses", "/EipAddress/IpAddress"))
                .and(node -> arguments.list("Ipv6Address").isEmpty())
                .and(node -> name.pattern().isEmpty()
                        || name.matches(node.path("InstanceName").asString("")))
                .and(node -> time.covers(
                        CreationFilter.time(node.path("CreationTime").asString(""))))
                .and(node -> tags.test(node));
    }

    private static String id(ObjectNode instance) {
        return instance.path("InstanceId").asString("");
    }

    private static Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        for (var same : List.of(
                "ImageId",
                "Status",
                "ZoneId",
                "InstanceType",
                "InstanceTypeFamily",
                "InstanceNetworkType",
                "InstanceChargeType",
                "InternetChargeType",
                "IoOptimized",
                "KeyPairName",
                "HpcClusterId",
                "DeviceAvailable")) {
            fields.put(same, "/" + same);
        }
        fields.put("VpcId", "/VpcAttributes/VpcId");
        fields.put("VSwitchId", "/VpcAttributes/VSwitchId");
        fields.put("SecurityGroupId", "/SecurityGroupIds/SecurityGroupId/0");
        fields.put("LockReason", "/OperationLocks/LockReason/0/LockReason");
        fields.put("HttpEndpoint", "/MetadataOptions/HttpEndpoint");
        fields.put("HttpTokens", "/MetadataOptions/HttpTokens");
        fields.put("HttpPutResponseHopLimit", "/MetadataOptions/HttpPutResponseHopLimit");
        return Map.copyOf(fields);
    }
}
