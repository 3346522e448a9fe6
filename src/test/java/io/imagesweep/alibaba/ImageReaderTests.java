package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.ImageKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ImageReaderTests {

    @Test
    void readsAWholeImage() {
        assertThat(read("""
                                {"ImageName": "nightly-1", "ImageFamily": "nightly", "ImageVersion": "2",
                                 "Status": "Available", "CreationTime": "2019-11-15T06:07:05Z", "Size": 60,
                                 "IsSelfShared": "False", "IsPublic": false, "IsCopied": true,
                                 "DiskDeviceMappings": {"DiskDeviceMapping": [
                                   {"Device": "/dev/xvda", "SnapshotId": "s-1", "Size": "60"}, {"SnapshotId": ""},
                                   {"SnapshotId": "s-2"}, {"SnapshotId": "s-1"}, {}]},
                                 "Tags": {"Tag": [{"TagKey": "env", "TagValue": "prod"}, {"TagKey": "empty"}]}}"""))
                .isEqualTo(new Candidate(
                        new ImageKey(HERE, "m-1"),
                        "nightly-1",
                        "nightly",
                        "2",
                        "Available",
                        Instant.parse("2019-11-15T06:07:05Z"),
                        60,
                        Map.of("env", "prod", "empty", ""),
                        List.of("s-1", "s-2"),
                        false,
                        false,
                        true));
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        assertThat(read("{}"))
                .isEqualTo(new Candidate(
                        new ImageKey(HERE, "m-1"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        List.of(),
                        null,
                        false,
                        false));
    }

    @Test
    void losesNoImageOverAFieldThatCannotBeRead() {
        Candidate image = read("""
                {"ImageName": null, "CreationTime": "yesterday", "Size": "huge", "IsSelfShared": "", "IsPublic": "maybe",
                 "Tags": {}, "DiskDeviceMappings": [], "ImageFamily": {"odd": 1}}""");

        assertThat(image).isEqualTo(read("{}"));
    }

    @ParameterizedTest
    @CsvSource({"'\"True\"', true", "'\"False\"', false", "true, true", "false, false", "'\"\"', ", "null, "})
    void readsTruthInEveryForm(String shared, Boolean expected) {
        assertThat(read("{\"IsSelfShared\": %s}".formatted(shared)).shared()).isEqualTo(expected);
    }

    @Test
    void readsNumbersInTheFormOfTexts() {
        Candidate image = read("{\"Size\": \"40\", \"ImageVersion\": 3}");

        assertThat(image.sizeGib()).isEqualTo(40);
        assertThat(image.version()).isEqualTo("3");
    }

    @Test
    void keepsOneValueOfATagThatIsThereTwice() {
        Candidate image = read("""
                {"Tags": {"Tag": [{"TagKey": "keep", "TagValue": "true"}, {"TagKey": "keep", "TagValue": "false"},
                 {"TagValue": "no key"}]}}""");

        assertThat(image.tags()).isEqualTo(Map.of("keep", "true"));
    }

    private static Candidate read(String json) {
        return ImageReader.candidate(HERE, "m-1", JsonMapper.shared().readTree(json));
    }
}
