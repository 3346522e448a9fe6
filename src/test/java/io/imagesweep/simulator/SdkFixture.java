package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One region with images and all that refers to them, as the official SDK reaches it. */
final class SdkFixture {

    static final String REGION = "cn-hangzhou";

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

    private SdkFixture() {}

    static void load(EcsSimulator simulator) {
        simulator.load(STATE.replace('\'', '"'));
    }

    static Config config(EcsSimulator simulator, String algorithm) {
        return new Config()
                .setAccessKeyId("testid")
                .setAccessKeySecret("testsecret")
                .setProtocol("http")
                .setEndpoint(simulator.endpoint())
                .setSignatureAlgorithm(algorithm);
    }

    /** The status and code with which {@code call} was refused. */
    static String refusal(ThrowingCallable call) {
        var refusal = new StringBuilder();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TeaException.class,
                        e -> refusal.append(e.getStatusCode()).append(' ').append(e.getCode()));
        return refusal.toString();
    }
}
