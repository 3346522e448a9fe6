package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DescribeImages finds and what it refuses. */
class DescribeImagesIT {

    private static final String STATE = """
            {'accounts': [
              {'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}], 'regions': [{
                'regionId': 'cn-hangzhou', 'images': [
                  {'imageId': 'm-a', 'imageName': 'web-1', 'imageFamily': 'web', 'creationTime': '2026-01-01T10:00:00Z',
                   'tags': {'env': 'prod', 'team': ''}, 'snapshotIds': ['s-a']},
                  {'imageId': 'm-b', 'imageName': 'web-2', 'creationTime': '2026-01-02T10:00:00Z', 'tags': {'env': 'test'}},
                  {'imageId': 'm-c', 'imageName': 'Größe <&>', 'creationTime': '2026-01-03T10:00:00Z', 'isPublic': true},
                  {'imageId': 'm-d', 'imageName': 'old', 'status': 'Deprecated', 'creationTime': '2025-01-03T10:00:00Z'},
                  {'imageId': 'm-e', 'imageName': 'failed', 'status': 'CreateFailed', 'creationTime': '2025-01-02T10:00:00Z'}],
                'instances': [{'instanceId': 'i-1', 'imageId': 'm-b'}]}]},
              {'accountId': '2', 'regions': [{'regionId': 'cn-hangzhou', 'images': [
                  {'imageId': 'm-theirs', 'sharedWith': ['1'], 'creationTime': '2024-01-01T00:00:00Z'},
                  {'imageId': 'm-open', 'isPublic': true, 'creationTime': '2024-01-01T00:00:00Z'},
                  {'imageId': 'm-secret'}]}]}]}
            """;

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() throws Exception {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
        client.put("state", STATE);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ImageOwnerAlias=self|m-c m-b m-a",
                "ImageOwnerAlias=others|m-theirs",
                "ImageOwnerAlias=system|",
                "ImageOwnerAlias=others&IsPublic=true|m-open",
                "ImageOwnerId=2|m-theirs",
                "Status=Available|m-c m-b m-a m-theirs",
                "Status=Deprecated,CreateFailed|m-d m-e",
                "Status=Available,Deprecated&ImageOwnerAlias=self|m-c m-b m-a m-d",
                "ImageId=m-d|",
                "ImageId=m-d&Status=Deprecated|m-d",
                "ImageName=web-*|m-b m-a",
                "ImageName=web-1|m-a",
                "ImageName=Größe <&>|m-c",
                "ImageFamily=web|m-a",
                "ImageFamily=none|",
                "SnapshotId=s-a|m-a",
                "Usage=instance|m-b",
                "Usage=none&ImageOwnerAlias=self|m-c m-a",
                "Tag.1.Key=env|m-b m-a",
                "Tag.1.Key=env&Tag.1.Value=prod|m-a",
                "Tag.1.Key=env&Tag.2.Key=team|m-a",
                "tag.1.Key=env&ImageId=m-c|m-c",
                "Tag.1.key=env&Tag.1.value=test|m-b",
                "Architecture=arm64|",
                "OSType=linux&ImageId=m-a|m-a",
                "InstanceType=ecs.g7.large&ImageId=m-a|m-a",
                "Filter.1.Key=CreationStartTime&Filter.1.Value=2026-01-02T10:00Z|m-c m-b",
                "Filter.1.Key=CreationEndTime&Filter.1.Value=2026-01-01T10:00Z&ImageOwnerAlias=self|m-a",
                "PageSize=2|m-c m-b",
                "PageSize=2&PageNumber=2|m-a m-theirs",
                "PageSize=100&PageNumber=9|"
            })
    void finds(String query, String imageIds) throws Exception {
        var found = json(describe(query))
                .at("/Images/Image")
                .valueStream()
                .map(image -> image.get("ImageId").asString())
                .toList();

        assertThat(found).isEqualTo(imageIds == null ? List.of() : List.of(imageIds.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ImageOwnerAlias=mine|400 InvalidImageOwnerAlias.ValueNotSupported",
                "IsPublic=true|400 InvalidImageOwnerAlias.PublicImageUnsupported",
                "ImageOwnerAlias=self&ImageOwnerId=1|400 InvalidOperation.ImageOwnerIdUnsupported",
                "Status=Fine|400 InvalidParamter",
                "PageSize=0|400 InvalidParamter",
                "PageSize=101|400 InvalidParamter",
                "PageNumber=0|400 InvalidParamter",
                "PageSize=ten|400 InvalidParamter",
                "IsPublic=perhaps|400 InvalidParameter",
                "Usage=some|404 InvalidUsage",
                "OSType=beos|404 InvalidOSType",
                "Architecture=vax|404 InvalidArchitecture",
                "InstanceType=big|400 InvalidInstanceType.ValueNotSupported",
                "Tag.1.Value=prod|400 InvalidTag.Mismatch",
                "Filter.1.Key=Colour&Filter.1.Value=red|404 InvalidFilterKey.NotFound",
                "Filter.1.Key=CreationStartTime&Filter.1.Value=today|404 InvalidFilterValue",
                "Filter.1.Key=NetworkType&Filter.1.Value=token|400 InvalidFilterValue.NetworkType",
                "RegionId=mars|404 InvalidRegionId.NotFound",
                "RegionId=|400 MissingParameter",
                "DryRun=true|400 DryRunOperation"
            })
    void refuses(String query, String outcome) throws Exception {
        assertThat(outcome(describe(query))).isEqualTo(outcome);
    }

    @Test
    void refusesMoreThanTwentyTags() throws Exception {
        var query = new StringBuilder();
        for (int i = 1; i <= 21; i++) {
            query.append("Tag.").append(i).append(".Key=k").append(i).append('&');
        }

        assertThat(outcome(describe(query.toString()))).isEqualTo("400 InvalidTagCount");
    }

    @Test
    void givesEachFieldItsDocumentedType() throws Exception {
        var body = json(describe("ImageId=m-a"));
        var image = body.at("/Images/Image/0");

        assertThat(body.get("TotalCount").isInt()).isTrue();
        assertThat(image.get("ImageOwnerId").isIntegralNumber()).isTrue();
        assertThat(image.get("ImageVersion").isString()).isTrue();
        assertThat(image.get("IsSelfShared").asString()).isEqualTo("False");
        assertThat(image.get("Size").isInt()).isTrue();
        assertThat(image.at("/DiskDeviceMappings/DiskDeviceMapping/0/Size").isString())
                .isTrue();
        assertThat(image.at("/DiskDeviceMappings/DiskDeviceMapping/0/SnapshotId")
                        .asString())
                .isEqualTo("s-a");
        assertThat(image.at("/Tags/Tag"))
                .extracting(tag -> tag.get("TagKey").asString())
                .containsExactly("env", "team");
        assertThat(image.get("CreationTime").asString()).isEqualTo("2026-01-01T10:00:00Z");
    }

    @Test
    void writesTheSameAsXml() throws Exception {
        var response = describe("ImageId=m-c&Format=XML");

        assertThat(response.headers().firstValue("content-type")).contains("text/xml;charset=utf-8");
        assertThat(response.body())
                .contains("<DescribeImagesResponse>", "<Images><Image><ImageId>m-c</ImageId>")
                .contains("<ImageName>Größe &lt;&amp;&gt;</ImageName>");
    }

    private static HttpResponse<String> describe(String query) throws Exception {
        var parameters = new ArrayList<String>(List.of("RegionId", "cn-hangzhou"));
        for (var pair : query.split("&(?=[A-Za-z])", -1)) {
            int equals = pair.indexOf('=');
            parameters.addAll(List.of(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return client.call("DescribeImages", parameters.toArray(String[]::new));
    }
}
