package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.DeleteImageRequest;
import com.aliyun.ecs20140526.models.DescribeImagesRequest;
import com.aliyun.ecs20140526.models.DescribeImagesResponseBody;
import com.aliyun.ecs20140526.models.DescribeRegionsRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official SDK against the simulator, typed, over real HTTP. */
class SdkIT {

    private static EcsSimulator simulator;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        simulator = EcsSimulator.start("--rate-per-minute", "0");
        client = client("testid", "testsecret");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void listsTheRegions() throws Exception {
        var regions = client.describeRegions(new DescribeRegionsRequest())
                .getBody()
                .getRegions()
                .getRegion();

        assertThat(regions).extracting("regionId").containsExactly("cn-hangzhou", "cn-beijing", "cn-shanghai");
        assertThat(regions).extracting("status").containsOnly("available");
    }

    @Test
    void givesEveryFieldOfAnImageInItsType() throws Exception {
        var image = images(new DescribeImagesRequest()).getImages().getImage().getFirst();

        assertThat(image.getImageId()).startsWith("m-");
        assertThat(image.getImageOwnerId()).isEqualTo(1000000000000001L);
        assertThat(image.getIsSelfShared()).isEqualTo("False");
        assertThat(image.getCreationTime()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        var disk = image.getDiskDeviceMappings().getDiskDeviceMapping().getFirst();
        assertThat(disk.getSize()).isEqualTo(image.getSize().toString());
        assertThat(disk.getSnapshotId()).startsWith("s-");
        assertThat(image.toMap())
                .allSatisfy((name, value) -> assertThat(value).as(name).isNotNull());
    }

    @Test
    void pagesOverAllImages() throws Exception {
        var first = images(new DescribeImagesRequest().setPageSize(100).setStatus(String.join(",", Image.STATUSES)));
        var ids = IntStream.rangeClosed(1, (first.getTotalCount() + 99) / 100)
                .mapToObj(SdkIT::pageOf)
                .flatMap(page -> page.getImages().getImage().stream())
                .map(image -> image.getImageId())
                .toList();

        assertThat(ids).hasSize(first.getTotalCount()).doesNotHaveDuplicates();
        assertThat(first.getTotalCount()).isEqualTo(334);
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        var stranger = client("testid", "wrong");

        assertThatThrownBy(() -> stranger.describeRegions(new DescribeRegionsRequest()))
                .isInstanceOfSatisfying(TeaException.class, refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(400);
                    assertThat(refusal.getCode()).isEqualTo("SignatureDoesNotMatch");
                });
    }

    @Test
    void deletesAnImage() throws Exception {
        var image = images(new DescribeImagesRequest().setUsage("none").setImageName("nightly-*"))
                .getImages()
                .getImage()
                .getLast();
        client.deleteImage(new DeleteImageRequest().setRegionId("cn-hangzhou").setImageId(image.getImageId()));

        assertThat(images(new DescribeImagesRequest().setImageId(image.getImageId()))
                        .getTotalCount())
                .isZero();
    }

    private static DescribeImagesResponseBody pageOf(int page) {
        try {
            return images(new DescribeImagesRequest()
                    .setPageNumber(page)
                    .setPageSize(100)
                    .setStatus(String.join(",", Image.STATUSES)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DescribeImagesResponseBody images(DescribeImagesRequest request) throws Exception {
        return client.describeImages(request.setRegionId("cn-hangzhou")).getBody();
    }

    private static Client client(String id, String secret) throws Exception {
        return new Client(new Config()
                .setAccessKeyId(id)
                .setAccessKeySecret(secret)
                .setProtocol("http")
                .setEndpoint(simulator.endpoint()));
    }
}
