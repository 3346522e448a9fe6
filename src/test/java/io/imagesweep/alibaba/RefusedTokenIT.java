package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Accepted;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Unclear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A token of an assumed role that the API takes no more before its time. */
@Timeout(60)
class RefusedTokenIT {

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "100", "--regions", "2", "--accounts", "2");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void isReplacedOnce() {
        assertThat(cloud.catalog().images(THERE)).isInstanceOf(Complete.class);
        cloud.faults("{\"action\": \"DeleteImage\", \"fault\": \"expired-token\", \"times\": 1}");

        assertThat(delete()).isInstanceOfSatisfying(Unclear.class, unclear -> {
            assertThat(unclear.sent()).isFalse();
            assertThat(unclear.said().code()).isEqualTo("InvalidSecurityToken.Expired");
        });
        assertThat(delete()).isInstanceOf(Accepted.class);
        assertThat(cloud.calls("AssumeRole")).hasSize(2);
    }

    @Test
    void isDeniedWhenTheNewOneIsRefusedToo() {
        cloud.faults("{\"action\": \"DeleteImage\", \"fault\": \"expired-token\"}");

        assertThat(delete()).isInstanceOf(Unclear.class);
        assertThat(delete()).isInstanceOf(Denied.class);
        assertThat(delete()).isInstanceOf(Denied.class);
        assertThat(cloud.calls("AssumeRole")).hasSize(2);
    }

    @Test
    void isReplacedAgainWhenANewOneWasGoodInBetween() {
        for (int times = 0; times < 3; times++) {
            cloud.faults("{\"action\": \"DeleteImage\", \"fault\": \"expired-token\", \"times\": 1}");
            assertThat(delete()).isInstanceOf(Unclear.class);
            assertThat(delete()).isInstanceOf(Accepted.class);
        }
    }

    private Answer delete() {
        return cloud.delete(new ImageKey(THERE, "m-none"));
    }
}
