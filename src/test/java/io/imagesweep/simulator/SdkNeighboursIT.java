package io.imagesweep.simulator;

import static io.imagesweep.simulator.SdkFixture.REGION;
import static io.imagesweep.simulator.SdkFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.DeleteImageRequest;
import com.aliyun.ecs20140526.models.DeleteSnapshotRequest;
import com.aliyun.ecs20140526.models.DescribeInstancesRequest;
import com.aliyun.ecs20140526.models.DescribeLaunchTemplateVersionsRequest;
import com.aliyun.ecs20140526.models.DescribeLaunchTemplatesRequest;
import com.aliyun.ecs20140526.models.DescribeSnapshotsRequest;
import com.aliyun.ecs20140526.models.ModifyImageSharePermissionRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Every action around images through the official SDK, typed, with either signature. */
@ParameterizedClass
@ValueSource(strings = {"ACS3-HMAC-SHA256", "v2"})
class SdkNeighboursIT {

    private static EcsSimulator simulator;

    @Parameter
    private String algorithm = "";

    private Client client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        SdkFixture.load(simulator);
        client = new Client(SdkFixture.config(simulator, algorithm));
    }

    @Test
    void describesInstancesOfAnImage() throws Exception {
        var body = client.describeInstances(new DescribeInstancesRequest()
                        .setRegionId(REGION)
                        .setImageId("m-1")
                        .setMaxResults(100))
                .getBody();

        assertThat(body.getNextToken()).isEmpty();
        assertThat(body.getInstances().getInstance()).singleElement().satisfies(instance -> {
            assertThat(instance.getInstanceId()).isEqualTo("i-1");
            assertThat(instance.getImageId()).isEqualTo("m-1");
            assertThat(instance.getStatus()).isEqualTo("Running");
            assertThat(instance.getVpcAttributes().getPrivateIpAddress().getIpAddress())
                    .hasSize(1);
        });
    }

    @Test
    void keepsASnapshotForAsLongAsItsImage() throws Exception {
        assertThat(snapshotUsage()).containsExactly("image");
        assertThat(refusal(() -> deleteSnapshot("s-1"))).isEqualTo("403 SnapshotCreatedImage");

        modifyShare(new ModifyImageSharePermissionRequest().setRemoveAccount(List.of("2222222222222222")));
        client.deleteImage(
                new DeleteImageRequest().setRegionId(REGION).setImageId("m-1").setForce(true));
        assertThat(snapshotUsage()).containsExactly("none");
        deleteSnapshot("s-1");
        assertThat(snapshotUsage()).isEmpty();
        deleteSnapshot("s-1");
    }

    @Test
    void describesWhatRefersToImages() throws Exception {
        assertThat(client.describeLaunchTemplates(new DescribeLaunchTemplatesRequest().setRegionId(REGION))
                        .getBody()
                        .getLaunchTemplateSets()
                        .getLaunchTemplateSet())
                .extracting("launchTemplateId", "defaultVersionNumber", "latestVersionNumber")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("lt-1", 2L, 2L));
        var versions = client.describeLaunchTemplateVersions(new DescribeLaunchTemplateVersionsRequest()
                        .setRegionId(REGION)
                        .setLaunchTemplateId("lt-1")
                        .setDetailFlag(true))
                .getBody();
        assertThat(versions.getLaunchTemplateVersionSets().getLaunchTemplateVersionSet())
                .extracting(version -> version.getLaunchTemplateData().getImageId())
                .containsExactly("m-1", "m-2");
        assertThat(refusal(() -> client.describeLaunchTemplateVersions(new DescribeLaunchTemplateVersionsRequest()
                        .setRegionId(REGION)
                        .setLaunchTemplateId("lt-9"))))
                .isEqualTo("404 InvalidLaunchTemplate.NotFound");
    }

    private void modifyShare(ModifyImageSharePermissionRequest request) throws Exception {
        client.modifyImageSharePermission(request.setRegionId(REGION).setImageId("m-1"));
    }

    private void deleteSnapshot(String snapshotId) throws Exception {
        client.deleteSnapshot(new DeleteSnapshotRequest().setSnapshotId(snapshotId));
    }

    private List<String> snapshotUsage() throws Exception {
        return client
                .describeSnapshots(
                        new DescribeSnapshotsRequest().setRegionId(REGION).setSnapshotIds("[\"s-1\"]"))
                .getBody()
                .getSnapshots()
                .getSnapshot()
                .stream()
                .map(snapshot -> snapshot.getUsage())
                .toList();
    }
}
