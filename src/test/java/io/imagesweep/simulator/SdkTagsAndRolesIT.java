package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.DescribeRegionsRequest;
import com.aliyun.ecs20140526.models.ListTagResourcesRequest;
import com.aliyun.ecs20140526.models.TagResourcesRequest;
import com.aliyun.ecs20140526.models.UntagResourcesRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    private static final String REGION = "cn-hangzhou";
    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'}],
              'roles': [{'name': 'r', 'assumableBy': ['1'], 'allow': '*'}],
              'regions': [{'regionId': 'cn-hangzhou',
                'images': [
                  {'imageId': 'm-1', 'imageName': 'it is: a+b*c~d', 'imageFamily': 'web', 'creationTime': '-P2D',
                   'tags': {'env': 'prod', 'empty': ''}, 'snapshotIds': ['s-1'], 'sharedWith': ['2222222222222222']},
                  {'imageId': 'm-2', 'imageFamily': 'web', 'creationTime': '-P1D'},
                  {'imageId': 'm-3', 'busy': 'copying'},
                  {'imageId': 'm-4', 'busy': 'copying', 'status': 'Creating'}],
                'instances': [{'instanceId': 'i-1', 'imageId': 'm-1'}, {'instanceId': 'i-2', 'imageId': 'm-2', 'status': 'Stopped'}],
                'launchTemplates': [{'launchTemplateId': 'lt-1', 'launchTemplateName': 'web', 'defaultVersion': 2,
                  'versions': [{'version': 1, 'imageId': 'm-1'}, {'version': 2, 'imageId': 'm-2'}]}],
                'scalingGroups': [{'scalingGroupId': 'asg-1', 'configurations': [
                  {'scalingConfigurationId': 'asc-1', 'imageId': 'm-1'},
                  {'scalingConfigurationId': 'asc-2', 'imageFamily': 'web', 'active': false}]}]}]}]}
            """;

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
        simulator.load(STATE.replace('\'', '"'));
        client = new Client(config());
        generic = new com.aliyun.teaopenapi.Client(config());
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
        var session = new Client(
                config().setAccessKeyId(credentials.path("AccessKeyId").asString())
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

    private static String refusal(ThrowingCallable call) {
        var refusal = new StringBuilder();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TeaException.class,
                        e -> refusal.append(e.getStatusCode()).append(' ').append(e.getCode()));
        return refusal.toString();
    }

    private Config config() {
        return new Config()
                .setAccessKeyId("testid")
                .setAccessKeySecret("testsecret")
                .setProtocol("http")
                .setEndpoint(simulator.endpoint())
                .setSignatureAlgorithm(algorithm);
    }
}
