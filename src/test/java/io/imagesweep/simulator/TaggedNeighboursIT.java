package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tags of what is no image: given, taken, listed, asked for. */
class TaggedNeighboursIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}],
              'regions': [{'regionId': 'cn-hangzhou',
                'images': [{'imageId': 'm-1', 'tags': {'team': 'a'}}, {'imageId': 'm-2'}],
                'snapshots': [{'snapshotId': 's-1', 'tags': {'team': 'a'}}, {'snapshotId': 's-2'}],
                'instances': [{'instanceId': 'i-1', 'tags': {'team': 'a'}}, {'instanceId': 'i-2'}],
                'launchTemplates': [{'launchTemplateId': 'lt-1', 'tags': {'team': 'a'}}, {'launchTemplateId': 'lt-2'}]}]}]}
            """;

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        client.put("state", STATE);
    }

    @ParameterizedTest
    @CsvSource({
        "image, m, DescribeImages, Tag, /Images/Image, ImageId",
        "snapshot, s, DescribeSnapshots, Tag, /Snapshots/Snapshot, SnapshotId",
        "instance, i, DescribeInstances, Tag, /Instances/Instance, InstanceId",
        "launchtemplate, lt, DescribeLaunchTemplates, TemplateTag, /LaunchTemplateSets/LaunchTemplateSet, LaunchTemplateId"
    })
    void areGivenTakenListedAndAskedFor(
            String type, String prefix, String describe, String filter, String list, String id) throws Exception {
        assertThat(described(describe, filter, "a", list, id)).containsExactly(prefix + "-1");

        assertThat(outcome(tags("TagResources", type, prefix + "-2", "Tag.1.Key", "team", "Tag.1.Value", "b")))
                .isEqualTo("200 -");
        assertThat(simulator.calls().get(1).get("applied").asBoolean()).isTrue();
        assertThat(described(describe, filter, "b", list, id)).containsExactly(prefix + "-2");
        assertThat(json(tags("ListTagResources", type, prefix + "-2")).at("/TagResources/TagResource"))
                .singleElement()
                .hasToString("{\"ResourceId\":\"%s-2\",\"ResourceType\":\"%s\",\"TagKey\":\"team\",\"TagValue\":\"b\"}"
                        .formatted(prefix, type));
        assertThat(json(client.call("ListTagResources", "RegionId", "cn-hangzhou", "ResourceType", type))
                        .at("/TagResources/TagResource"))
                .hasSize(2);

        assertThat(outcome(tags("UntagResources", type, prefix + "-2", "TagKey.1", "team")))
                .isEqualTo("200 -");
        assertThat(described(describe, filter, "b", list, id)).isEmpty();
        assertThat(outcome(tags("UntagResources", type, prefix + "-9", "TagKey.1", "team")))
                .isEqualTo("404 InvalidResourceId.NotFound");
    }

    @Test
    void areInTheState() throws Exception {
        tags("TagResources", "snapshot", "s-2", "Tag.1.Key", "x", "Tag.1.Value", "");

        assertThat(client.get("state").at("/accounts/0/regions/0/snapshots/1/tags"))
                .hasToString("{\"x\":\"\"}");
    }

    private static List<String> described(String action, String filter, String team, String list, String id)
            throws Exception {
        var answer =
                client.call(action, "RegionId", "cn-hangzhou", filter + ".1.Key", "team", filter + ".1.Value", team);
        return json(answer)
                .at(list)
                .valueStream()
                .map(one -> one.get(id).asString())
                .toList();
    }

    private static HttpResponse<String> tags(String action, String type, String id, String... more) throws Exception {
        var parameters = new String[more.length + 6];
        System.arraycopy(
                new String[] {"RegionId", "cn-hangzhou", "ResourceType", type, "ResourceId.1", id},
                0,
                parameters,
                0,
                6);
        System.arraycopy(more, 0, parameters, 6, more.length);
        return client.call(action, parameters);
    }
}
