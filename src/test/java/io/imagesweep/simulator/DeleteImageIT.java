package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer of DeleteImage. */
class DeleteImageIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}], 'regions': [{
              'regionId': 'cn-hangzhou', 'images': [
                {'imageId': 'm-free', 'snapshotIds': ['s-1']}, {'imageId': 'm-used'},
                {'imageId': 'm-shared', 'sharedWith': ['9']}, {'imageId': 'm-public', 'isPublic': true},
                {'imageId': 'm-creating', 'status': 'Creating'}, {'imageId': 'm-waiting', 'status': 'Waiting'},
                {'imageId': 'm-made', 'busy': 'creating'}, {'imageId': 'm-copying', 'busy': 'copying'},
                {'imageId': 'm-importing', 'busy': 'importing'}, {'imageId': 'm-exporting', 'busy': 'exporting'},
                {'imageId': 'm-system', 'ownerAlias': 'system'}, {'imageId': 'm-failed', 'status': 'CreateFailed'},
                {'imageId': 'm-old', 'status': 'Deprecated'}, {'imageId': 'm-off', 'status': 'UnAvailable'}],
              'instances': [{'instanceId': 'i-1', 'imageId': 'm-used', 'status': 'Stopped'}]}]}]}
            """;

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        client.put("state", STATE);
        client.put("settings", "{'missingImage': 200, 'deletionLag': '0s'}");
    }

    @ParameterizedTest
    @CsvSource({
        "m-free,200 -",
        "m-failed,200 -",
        "m-old,200 -",
        "m-off,200 -",
        "m-used,403 ImageUsingByInstance",
        "m-shared,403 ImageUseShared",
        "m-public,403 ImageIsPublic",
        "m-creating,403 ImageIsCreating",
        "m-waiting,403 ImageIsCreating",
        "m-made,403 ImageIsCreating",
        "m-copying,403 OperationDenied.ImageCopying",
        "m-importing,403 ImageIsImporting",
        "m-exporting,403 ImageIsExporting",
        "m-system,404 InvalidImageId.NotFound",
        "m-unknown,200 -"
    })
    void answersAsTheImageIs(String imageId, String outcome) throws Exception {
        assertThat(outcome(client.deleteImage(imageId))).isEqualTo(outcome);
    }

    @Test
    void waivesOnlyTheUseWithForce() throws Exception {
        assertThat(outcome(forced("m-used"))).isEqualTo("200 -");
        assertThat(outcome(forced("m-shared"))).isEqualTo("403 ImageUseShared");
        assertThat(outcome(forced("m-copying"))).isEqualTo("403 OperationDenied.ImageCopying");
    }

    @Test
    void answersAnUnknownImageAsTheSwitchSays() throws Exception {
        client.put("settings", "{'missingImage': 404}");

        assertThat(outcome(client.deleteImage("m-unknown"))).isEqualTo("404 InvalidImageId.NotFound");
        assertThat(outcome(client.deleteImage("m-free"))).isEqualTo("200 -");
        assertThat(outcome(client.deleteImage("m-free"))).isEqualTo("404 InvalidImageId.NotFound");
    }

    @Test
    void asksForItsParameters() throws Exception {
        assertThat(outcome(client.call("DeleteImage", "ImageId", "m-free"))).isEqualTo("400 MissingParameter");
        assertThat(outcome(client.call("DeleteImage", "RegionId", "cn-hangzhou")))
                .isEqualTo("400 MissingParameter");
        assertThat(outcome(client.call("DeleteImage", "RegionId", "mars", "ImageId", "m-free")))
                .isEqualTo("404 InvalidRegionId.NotFound");
        assertThat(outcome(
                        client.call("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", "m-free", "Force", "perhaps")))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void deletesNothingOnADryRun() throws Exception {
        var dry = client.call("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", "m-free", "DryRun", "true");

        assertThat(outcome(dry)).isEqualTo("400 DryRunOperation");
        assertThat(listed("m-free")).isEqualTo(1);
    }

    @Test
    void saysWhatWasWrongInFull() throws Exception {
        var response = client.deleteImage("m-shared");
        var body = json(response);

        assertThat(body.propertyNames()).contains("RequestId", "HostId", "Code", "Message", "Recommend");
        assertThat(body.get("HostId").asString()).isEqualTo(simulator.endpoint());
        assertThat(response.headers().firstValue("x-acs-request-id"))
                .contains(body.get("RequestId").asString());
        assertThat(response.headers().firstValue("date").orElseThrow()).endsWith(" GMT");
        assertThat(body.get("Message").asString()).startsWith("The specified image has been shared to others.");
    }

    @Test
    void keepsADeletedImageAndItsSnapshotInTheState() throws Exception {
        var requestId = json(client.deleteImage("m-free")).get("RequestId").asString();
        var region = client.get("state").at("/accounts/0/regions/0");

        assertThat(region.get("images"))
                .noneMatch(image -> image.get("imageId").asString().equals("m-free"));
        assertThat(region.get("deletedImages")).singleElement().satisfies(image -> {
            assertThat(image.get("imageId").asString()).isEqualTo("m-free");
            assertThat(image.get("deletedBy").asString()).isEqualTo(requestId);
            assertThat(image.get("deletedAt").asString()).endsWith("Z");
        });
        assertThat(region.at("/snapshots/0/snapshotId").asString()).isEqualTo("s-1");
    }

    @Test
    void listsADeletedImageForAsLongAsTheLag() throws Exception {
        client.put("settings", "{'deletionLag': '1h', 'missingImage': 404}");
        client.deleteImage("m-free");

        assertThat(listed("m-free")).isEqualTo(1);
        assertThat(outcome(client.deleteImage("m-free"))).isEqualTo("404 InvalidImageId.NotFound");
        assertThat(simulator.state().at("/accounts/0/regions/0/deletedImages")).hasSize(1);
    }

    private static int listed(String imageId) throws Exception {
        return json(client.call("DescribeImages", "RegionId", "cn-hangzhou", "ImageId", imageId))
                .get("TotalCount")
                .asInt();
    }

    private static java.net.http.HttpResponse<String> forced(String imageId) throws Exception {
        return client.call("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", imageId, "Force", "True");
    }
}
