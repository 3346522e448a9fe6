package io.imagesweep.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the snapshots of a region, by NextToken or, in the old way, by PageNumber. */
final class DescribeSnapshots implements Action {

    private static final Map<String, String> FIELDS = fields();

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("SnapshotIds"),
            Parameter.text("SnapshotName"),
            Parameter.text("SnapshotLinkId"),
            Parameter.text("DiskId"),
            Parameter.text("InstanceId"),
            Parameter.text("KMSKeyId"),
            Parameter.text("ResourceGroupId"),
            Parameter.text("Category").oneOf(ErrorCode.INVALID_PARAMETER, "Standard", "Flash", "archive"),
            Parameter.text("SnapshotType").oneOf(ErrorCode.INVALID_PARAMETER, "auto", "user", "all"),
            Parameter.text("SourceDiskType")
                    .where(
                            type -> type.equalsIgnoreCase("system") || type.equalsIgnoreCase("data"),
                            () -> ErrorCode.INVALID_PARAMETER.refusal("SourceDiskType")),
            Parameter.text("Status").oneOf(ErrorCode.INVALID_PARAMETER, "progressing", "accomplished", "failed", "all"),
            Parameter.text("Usage").oneOf(ErrorCode.INVALID_PARAMETER, "image", "disk", "image_disk", "none"),
            Parameter.flag("Encrypted"),
            Parameter.flag("DryRun"),
            Parameter.integer("MaxResults").between(ErrorCode.INVALID_PARAMETER, 1, 100),
            Parameter.text("NextToken"),
            Parameter.integer("PageNumber").between(ErrorCode.INVALID_PARAMETER, 1, Integer.MAX_VALUE),
            Parameter.integer("PageSize").between(ErrorCode.INVALID_PARAMETER, 1, 100),
            Parameter.text("Filter.1.Key").oneOf(ErrorCode.INVALID_PARAMETER, "CreationStartTime"),
            Parameter.text("Filter.1.Value"),
            Parameter.text("Filter.2.Key").oneOf(ErrorCode.INVALID_PARAMETER, "CreationEndTime"),
            Parameter.text("Filter.2.Value"),
            TagFilter.PARAMETER);

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource("snapshot", "*"));
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var region = call.region();
        var filter = filter(arguments);
        call.refuseIfDry();
        var used = region.images().listing(call.now()).snapshotIds();
        var found = region.snapshots().stream()
                .map(snapshot -> SnapshotBody.of(snapshot, region, used.contains(snapshot.snapshotId())))
                .filter(filter)
                .toList();
        if (arguments.given("PageNumber").isPresent()
                || arguments.given("PageSize").isPresent()) {
            var page = Page.of(arguments, found);
            return answer(page.heading().put("NextToken", ""), page.items());
        }
        var page = TokenPage.of(
                found, DescribeSnapshots::id, arguments.integer("MaxResults", 10), arguments.text("NextToken"));
        return answer(Answer.object().put("NextToken", page.nextToken()).put("TotalCount", found.size()), page.items());
    }

    private static Answer answer(ObjectNode body, List<ObjectNode> items) {
        body.putObject("Snapshots").putArray("Snapshot").addAll(items);
        return Answer.of(body);
    }

    private static Predicate<JsonNode> filter(Arguments arguments) {
        var time = CreationFilter.of(arguments, 2);
        var tags = TagFilter.of(arguments);
        return FieldFilter.equal(arguments, FIELDS)
                .and(FieldFilter.among(arguments, "SnapshotIds", "/SnapshotId"))
                .and(unlessAll(arguments, "Status", "Status"))
                .and(unlessAll(arguments, "SnapshotType", "SnapshotType"))
                .and(node -> time.covers(
                        CreationFilter.time(node.path("CreationTime").asString(""))))
                .and(node -> tags.test(node));
    }

    private static Predicate<JsonNode> unlessAll(Arguments arguments, String parameter, String field) {
        var wanted = arguments.text(parameter);
        return node -> wanted.isEmpty()
                || wanted.equals("all")
                || wanted.equals(node.path(field).asString(""));
    }

    private static String id(ObjectNode snapshot) {
        return snapshot.path("SnapshotId").asString("");
    }

    private static Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        for (var same : List.of(
                "SnapshotName", "SnapshotLinkId", "SourceDiskType", "Category", "Usage", "Encrypted", "KMSKeyId")) {
            fields.put(same, "/" + same);
        }
        fields.put("DiskId", "/SourceDiskId");
        fields.put("InstanceId", "/InstanceId");
        return Map.copyOf(fields);
    }
}
