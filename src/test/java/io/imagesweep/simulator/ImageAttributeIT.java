package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What ModifyImageAttribute changes is kept and told. */
class ImageAttributeIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}],
              'regions': [{'regionId': 'cn-hangzhou', 'images': [
                {'imageId': 'm-new', 'imageFamily': 'web', 'creationTime': '-P1D'},
                {'imageId': 'm-old', 'imageFamily': 'web', 'creationTime': '-P9D'},
                {'imageId': 'm-shared', 'sharedWith': ['2'], 'creationTime': '-P9D'},
                {'imageId': 'm-failed', 'status': 'CreateFailed', 'creationTime': '-P9D'},
                {'imageId': 'm-waiting', 'status': 'Waiting', 'creationTime': '-P9D'}]}]}]}
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
        "ImageName, other-name, /ImageName",
        "ImageFamily, other, /ImageFamily",
        "Description, a description, /Description",
        "BootMode, UEFI, /BootMode",
        "BootMode, UEFI-Preferred, /BootMode",
        "LicenseType, BYOL, /LicenseType",
        "Features.NvmeSupport, unsupported, /Features/NvmeSupport",
        "Features.ImdsSupport, v2, /Features/ImdsSupport"
    })
    void isKeptAndTold(String parameter, String value, String field) throws Exception {
        assertThat(modify("m-new", parameter, value)).isEqualTo("200 -");

        assertThat(image("m-new").at(field).asString()).isEqualTo(value);
        assertThat(simulator.calls().get(0).get("applied").asBoolean()).isTrue();

        client.put("state", client.get("state").toString());
        assertThat(image("m-new").at(field).asString()).isEqualTo(value);
        assertThat(modify("m-new", parameter, value)).isEqualTo("200 -");
        assertThat(simulator
                        .calls()
                        .valueStream()
                        .toList()
                        .getLast()
                        .get("applied")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BootMode, DOS, InvalidParameter",
        "LicenseType, Pirated, InvalidParameter",
        "Features.NvmeSupport, perhaps, InvalidParameter",
        "Status, Waiting, InvalidParameter",
        "ImageName, 1, InvalidImageName.Malformed",
        "Description, https://x, InvalidDescription.Malformed"
    })
    void isRefusedWhenItCannotBe(String parameter, String value, String code) throws Exception {
        assertThat(modify("m-new", parameter, value)).isEqualTo("400 " + code);
    }

    @Test
    void hidesADeprecatedImageAndMovesItsFamilyOn() throws Exception {
        assertThat(newestOfTheFamily()).isEqualTo("m-new");

        assertThat(modify("m-new", "Status", "Deprecated")).isEqualTo("200 -");
        assertThat(listed()).containsExactly("m-old", "m-shared");
        assertThat(listed("Status", "Deprecated")).containsExactly("m-new");
        assertThat(newestOfTheFamily()).isEqualTo("m-old");

        assertThat(modify("m-new", "Status", "Available")).isEqualTo("200 -");
        assertThat(listed()).containsExactly("m-new", "m-old", "m-shared");
        assertThat(newestOfTheFamily()).isEqualTo("m-new");
    }

    @Test
    void changesTheStatusOnlyOfWhatIsAvailableOrDeprecatedAndUnshared() throws Exception {
        assertThat(modify("m-shared", "Status", "Deprecated")).isEqualTo("403 ImageUseShared");
        assertThat(modify("m-failed", "Status", "Deprecated")).isEqualTo("403 IncorrectImageStatus");
        assertThat(modify("m-waiting", "Status", "Available")).isEqualTo("403 IncorrectImageStatus");
        assertThat(modify("m-unknown", "Status", "Deprecated")).isEqualTo("404 InvalidImageId.NotFound");

        modify("m-new", "Status", "Deprecated");
        assertThat(outcome(client.call(
                        "ModifyImageSharePermission",
                        "RegionId",
                        "cn-hangzhou",
                        "ImageId",
                        "m-new",
                        "AddAccount.1",
                        "2")))
                .isEqualTo("403 IncorrectImageStatus");
    }

    @Test
    void letsADeprecatedImageBeDeleted() throws Exception {
        modify("m-new", "Status", "Deprecated");

        assertThat(outcome(client.deleteImage("m-new"))).isEqualTo("200 -");
        assertThat(listed("Status", "Deprecated")).isEmpty();
    }

    private static String modify(String imageId, String parameter, String value) throws Exception {
        return outcome(
                client.call("ModifyImageAttribute", "RegionId", "cn-hangzhou", "ImageId", imageId, parameter, value));
    }

    private static JsonNode image(String imageId) throws Exception {
        return json(client.call("DescribeImages", "RegionId", "cn-hangzhou", "ImageId", imageId))
                .at("/Images/Image/0");
    }

    private static List<String> listed(String... more) throws Exception {
        var parameters = new String[more.length + 2];
        parameters[0] = "RegionId";
        parameters[1] = "cn-hangzhou";
        System.arraycopy(more, 0, parameters, 2, more.length);
        return json(client.call("DescribeImages", parameters))
                .at("/Images/Image")
                .valueStream()
                .map(image -> image.get("ImageId").asString())
                .toList();
    }

    private static String newestOfTheFamily() throws Exception {
        return json(client.call("DescribeImageFromFamily", "RegionId", "cn-hangzhou", "ImageFamily", "web"))
                .at("/Image/ImageId")
                .asString();
    }
}
