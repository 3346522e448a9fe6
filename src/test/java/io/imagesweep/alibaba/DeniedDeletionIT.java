package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.OWN;
import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Denied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of DeleteImage that no repetition helps: the operator has to mend something first. */
@Timeout(60)
class DeniedDeletionIT {

    private final SimulatedCloud cloud = SimulatedCloud.withOneImage("m-1");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void isDeniedWithAWrongSecretAndTellsNoSecret() {
        cloud.key("testid", "very-wrong-secret");

        Answer answer = delete();

        assertDenied(answer, "SignatureDoesNotMatch");
        assertThat(answer.toString()).doesNotContain("very-wrong-secret");
    }

    @Test
    void isDeniedWithAnUnknownKey() {
        cloud.key("nobody", "testsecret");

        assertDenied(delete(), "InvalidAccessKeyId.NotFound");
    }

    @Test
    void isDeniedByAClockThatIsWrong() {
        cloud.settings("{\"clockOffset\": \"PT1H\"}");

        assertDenied(delete(), "InvalidTimeStamp.Expired");
    }

    @Test
    void isDeniedInARegionThatIsNot() {
        assertDenied(cloud.delete(new ImageKey(OWN, "mars-1", "m-1")), "InvalidRegionId.NotFound");
    }

    @Test
    void isDeniedAtOnceWhereNoKeyCanBeRenewed() {
        cloud.faults("{\"fault\": \"expired-token\"}");

        assertDenied(delete(), "InvalidSecurityToken.Expired");
    }

    @Test
    void isDeniedWithoutCredentialsInOneClearSentence() {
        cloud.key(null, null);

        Answer answer = delete();

        assertThat(answer).isInstanceOf(Denied.class);
        assertThat(answer.said().sentence()).startsWith("no credentials: looked for imagesweep.alibaba.access-key-id");
        assertThat(cloud.calls("DeleteImage")).isEmpty();
    }

    private Answer delete() {
        return cloud.delete(image("m-1"));
    }

    private static void assertDenied(Answer answer, String code) {
        assertThat(answer).isInstanceOf(Denied.class);
        assertThat(answer.said().code()).isEqualTo(code);
    }
}
