package io.imagesweep.simulator;

import static io.imagesweep.simulator.SdkFixture.REGION;
import static io.imagesweep.simulator.SdkFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.DescribeRegionsRequest;
import com.aliyun.ecs20140526.models.ListTagResourcesRequest;
import com.aliyun.ecs20140526.models.TagResourcesRequest;
import com.aliyun.ecs20140526.models.UntagResourcesRequest;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags, scaling and roles through the official SDK, typed, with either signature. */
@ParameterizedClass
@ValueSource(strings = {"ACS3-HMAC-SHA256", "v2"})
class SdkTagsAndRolesIT {

    private static EcsSimulator simulator;

    @Parameter
    private String algorithm = "";

    private Client client;
    private com.aliyun.teaopenapi.Client generic;

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
        generic = new com.aliyun.teaopenapi.Client(SdkFixture.config(simulator, algorithm));
    }

    @Test
    void tagsAndUntagsImages() throws Exception {
        client.tagResources(new TagResourcesRequest()
                .setRegionId(REGION)
                .setResourceType("image")
                .setResourceId(List.of("m-1", "m-2"))
                .setTag(List.of(new TagResourcesRequest.TagResourcesRequestTag()
                        .setKey("keep")
                        .setValue("true"))));
        client.untagResources(new UntagResourcesRequest()
                .setRegionId(REGION)
                .setResourceType("image")
                .setResourceId(List.of("m-1"))
                .setTagKey(List.of("env")));

        assertThat(tags("m-1", "m-2")).containsExactly("m-1 empty=", "m-1 keep=true", "m-2 keep=true");
        client.untagResources(new UntagResourcesRequest()
                .setRegionId(REGION)
                .setResourceType("image")
                .setResourceId(List.of("m-1"))
                .setAll(true));
        assertThat(tags("m-1", "m-2")).containsExactly("m-2 keep=true");
        assertThat(refusal(() -> client.untagResources(new UntagResourcesRequest()
                        .setRegionId(REGION)
                        .setResourceType("image")
                        .setResourceId(List.of("m-9")))))
                .isEqualTo("404 InvalidResourceId.NotFound");
    }

    @Test
    void describesScaling() throws Exception {
        var configurations = body("2014-08-28", "DescribeScalingConfigurations", Map.of("RegionId", REGION));
        var groups = body("2014-08-28", "DescribeScalingGroups", Map.of("RegionId", REGION));

        assertThat(configurations.toString())
                .contains(
                        "\"ScalingConfigurationId\":\"asc-1\"",
                        "\"ImageId\":\"m-1\"",
                        "\"ImageFamily\":\"web\"",
                        "\"LifecycleState\":\"Inactive\"");
        assertThat(groups.toString())
                .contains("\"ScalingGroupId\":\"asg-1\"", "\"ActiveScalingConfigurationId\":\"asc-1\"");
    }

    @Test
    void assumesARole() throws Exception {
        var role = Map.of("RoleArn", "acs:ram::1:role/r", "RoleSessionName", "session");
        var credentials = body("2015-04-01", "AssumeRole", role).path("Credentials");
        var session = new Client(SdkFixture.config(simulator, algorithm)
                .setAccessKeyId(credentials.path("AccessKeyId").asString())
                .setAccessKeySecret(credentials.path("AccessKeySecret").asString())
                .setSecurityToken(credentials.path("SecurityToken").asString()));

        assertThat(session.describeRegions(new DescribeRegionsRequest()).getStatusCode())
                .isEqualTo(200);
        assertThat(body("2015-04-01", "GetCallerIdentity", Map.of())
                        .path("AccountId")
                        .asString())
                .isEqualTo("1");
    }

    private JsonNode body(String version, String action, Map<String, String> query) throws Exception {
        var params = new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol("HTTP")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setPathname("/")
                .setReqBodyType("formData")
                .setBodyType("json");
        var request = new OpenApiRequest().setQuery(new HashMap<>(query));
        return JsonMapper.shared()
                .<JsonNode>valueToTree(generic.callApi(params, request, new RuntimeOptions()))
                .path("body");
    }

    private List<String> tags(String... imageIds) throws Exception {
        return client
                .listTagResources(new ListTagResourcesRequest()
                        .setRegionId(REGION)
                        .setResourceType("image")
                        .setResourceId(List.of(imageIds)))
                .getBody()
                .getTagResources()
                .getTagResource()
                .stream()
                .map(tag -> tag.getResourceId() + " " + tag.getTagKey() + "=" + tag.getTagValue())
                .toList();
    }
}
