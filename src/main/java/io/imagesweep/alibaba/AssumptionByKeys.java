package io.imagesweep.alibaba;

import io.imagesweep.candidate.SessionName;
import java.time.Duration;
import java.util.Map;

/** Assumes a role with the plain credentials. */
record AssumptionByKeys(String roleArn, SessionName session, Api sts, Keys plain) implements Assumption {

    /** That there are no plain credentials is no fault of the role. */
    @Override
    public Reply ask(Duration lifetime) {
        plain.getCredentials();
        return sts.call(
                "AssumeRole",
                Map.of(
                        "RoleArn",
                        roleArn,
                        "RoleSessionName",
                        session.toString(),
                        "DurationSeconds",
                        String.valueOf(lifetime.toSeconds())));
    }

    @Override
    public String toString() {
        return "role " + roleArn;
    }
}
