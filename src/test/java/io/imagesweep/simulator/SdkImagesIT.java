package io.imagesweep.simulator;

import static io.imagesweep.simulator.SdkFixture.REGION;
import static io.imagesweep.simulator.SdkFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.CancelCopyImageRequest;
import com.aliyun.ecs20140526.models.DeleteImageRequest;
import com.aliyun.ecs20140526.models.DescribeImageFromFamilyRequest;
import com.aliyun.ecs20140526.models.DescribeImageSharePermissionRequest;
import com.aliyun.ecs20140526.models.DescribeImagesRequest;
import com.aliyun.ecs20140526.models.DescribeRegionsRequest;
import com.aliyun.ecs20140526.models.ModifyImageAttributeRequest;
import com.aliyun.ecs20140526.models.ModifyImageSharePermissionRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Every action on images through the official SDK, typed, with either signature. */
@ParameterizedClass
@ValueSource(strings = {"ACS3-HMAC-SHA256", "v2"})
class SdkImagesIT {

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
    void describesRegionsImagesAndFamilies() throws Exception {
        assertThat(client.describeRegions(new DescribeRegionsRequest().setAcceptLanguage("en-US"))
                        .getBody()
                        .getRegions()
                        .getRegion())
                .extracting("localName")
                .containsExactly("China (Hangzhou)");
        var found = client.describeImages(new DescribeImagesRequest()
                        .setRegionId(REGION)
                        .setImageName("it is: a+b*c~d")
                        .setTag(List.of(new DescribeImagesRequest.DescribeImagesRequestTag().setKey("empty"))))
                .getBody();
        assertThat(found.getImages().getImage()).extracting("imageId").containsExactly("m-1");
        assertThat(client.describeImageFromFamily(new DescribeImageFromFamilyRequest()
                                .setRegionId(REGION)
                                .setImageFamily("web"))
                        .getBody()
                        .getImage()
                        .getImageId())
                .isEqualTo("m-2");
    }

    @Test
    void sharesAndUnsharesAnImage() throws Exception {
        modifyShare(new ModifyImageSharePermissionRequest()
                .setAddAccount(List.of("3333333333333333"))
                .setRemoveAccount(List.of("2222222222222222")));
        assertThat(accounts()).containsExactly("3333333333333333");
        modifyShare(new ModifyImageSharePermissionRequest()
                .setRemoveAccount(List.of("3333333333333333"))
                .setIsPublic(true));
        assertThat(accounts()).isEmpty();
        assertThat(refusal(() -> client.deleteImage(
                        new DeleteImageRequest().setRegionId(REGION).setImageId("m-1"))))
                .isEqualTo("403 ImageIsPublic");
        modifyShare(new ModifyImageSharePermissionRequest().setIsPublic(false));
        client.deleteImage(
                new DeleteImageRequest().setRegionId(REGION).setImageId("m-1").setForce(true));
        assertThat(refusal(this::accounts)).isEqualTo("404 InvalidImageId.NotFound");
    }

    @Test
    void refusesSharesThatCannotBe() {
        assertThat(refusal(() -> modifyShare(new ModifyImageSharePermissionRequest().setAddAccount(List.of("1")))))
                .isEqualTo("404 InvalidAccount.Forbbiden");
        assertThat(refusal(() -> modifyShare(new ModifyImageSharePermissionRequest().setAddAccount(List.of("nobody")))))
                .isEqualTo("404 InvalidAccount.NotFound");
    }

    @Test
    void deprecatesAnImageAndTakesThatBack() throws Exception {
        assertThat(refusal(() -> modify("m-1", "Deprecated"))).isEqualTo("403 ImageUseShared");
        for (var status : List.of("Deprecated", "Available")) {
            modify("m-2", status);
            assertThat(status("m-2")).isEqualTo(status);
        }
        assertThat(refusal(() -> modify("m-4", "Deprecated"))).isEqualTo("403 IncorrectImageStatus");
        assertThat(refusal(() -> modify("m-2", "Creating"))).isEqualTo("400 InvalidParameter");
    }

    @Test
    void cancelsACopy() throws Exception {
        client.cancelCopyImage(new CancelCopyImageRequest().setRegionId(REGION).setImageId("m-3"));
        client.cancelCopyImage(new CancelCopyImageRequest().setRegionId(REGION).setImageId("m-4"));

        assertThat(simulator.state().at("/accounts/0/regions/0/images"))
                .extracting(image -> image.get("imageId").asString() + image.has("busy"))
                .containsExactly("m-1false", "m-2false", "m-3false");
        assertThat(refusal(() -> client.cancelCopyImage(
                        new CancelCopyImageRequest().setRegionId(REGION).setImageId("m-3"))))
                .isEqualTo("403 IncorrectImageStatus");
    }

    private void modifyShare(ModifyImageSharePermissionRequest request) throws Exception {
        client.modifyImageSharePermission(request.setRegionId(REGION).setImageId("m-1"));
    }

    private List<String> accounts() throws Exception {
        return client
                .describeImageSharePermission(new DescribeImageSharePermissionRequest()
                        .setRegionId(REGION)
                        .setImageId("m-1"))
                .getBody()
                .getAccounts()
                .getAccount()
                .stream()
                .map(account -> account.getAliyunId())
                .toList();
    }

    private void modify(String imageId, String status) throws Exception {
        client.modifyImageAttribute(new ModifyImageAttributeRequest()
                .setRegionId(REGION)
                .setImageId(imageId)
                .setStatus(status));
    }

    private String status(String imageId) throws Exception {
        return client.describeImages(new DescribeImagesRequest()
                        .setRegionId(REGION)
                        .setImageId(imageId)
                        .setStatus("Available,Deprecated"))
                .getBody()
                .getImages()
                .getImage()
                .getFirst()
                .getStatus();
    }
}
