package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import io.imagesweep.quota.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The temporary credentials of a role, renewed before they end. The SDK's own provider of them speaks only HTTPS to
 * STS, and so knows no simulator (RamRoleArnCredentialProvider of credentials-java 1.0.3).
 */
final class AssumedRole implements Keys {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(10);
    private static final Duration USED_UNTIL_BEFORE = Duration.ofMinutes(1);
    private static final Duration RENEWAL_PAUSE = Duration.ofMinutes(1);

    private final String arn;
    private final SessionName name;
    private final Api sts;
    private final Pace pace;
    private final Patience patience;
    private final InstantSource clock;

    private @Nullable Session session;
    private Instant renewalFrom = Instant.MIN;
    private boolean onTrial;

    AssumedRole(String arn, SessionName name, Api sts, Pace pace, Patience patience, InstantSource clock) {
        this.arn = arn;
        this.name = name;
        this.sts = sts;
        this.pace = pace;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public synchronized CredentialModel getCredentials() {
        Instant now = clock.instant();
        if (session == null || !now.isBefore(session.end().minus(USED_UNTIL_BEFORE))) {
            begin(patience.askAtLeastOnce(pace, this::assume));
        } else if (!now.isBefore(renewalFrom)) {
            renewEarly(now);
        }
        return Objects.requireNonNull(session).credentials();
    }

    /** New credentials are on trial until a call is taken: refused as well, the fault is not that they are old. */
    @Override
    public synchronized boolean renewed(CredentialModel refused) {
        if (session != null && session.credentials().equals(refused)) {
            if (onTrial) {
                return false;
            }
            session = null;
            getCredentials();
            onTrial = true;
        }
        return true;
    }

    @Override
    public synchronized void taken(CredentialModel used) {
        if (session != null && session.credentials().equals(used)) {
            onTrial = false;
        }
    }

    /** The old ones still hold, so one call is enough, and a failure can wait. */
    private void renewEarly(Instant now) {
        renewalFrom = now.plus(RENEWAL_PAUSE);
        Reply reply = assume();
        if (reply.accepted()) {
            begin(reply);
        }
    }

    private Reply assume() {
        return sts.call(
                "AssumeRole",
                Map.of(
                        "RoleArn",
                        arn,
                        "RoleSessionName",
                        name.toString(),
                        "DurationSeconds",
                        String.valueOf(LIFETIME.toSeconds())));
    }

    private void begin(Reply reply) {
        session = Session.of(reply.body(), clock.instant().plus(LIFETIME))
                .orElseThrow(() -> new NoKeys(failure(reply.answer())));
        renewalFrom = session.end().minus(RENEWED_BEFORE);
        onTrial = false;
    }

    /** Whatever STS refuses for good is wrong with us. */
    private Answer failure(Answer answer) {
        ApiAnswer said = answer.said();
        String message = "role %s: %s".formatted(arn, Objects.requireNonNullElse(said.message(), said.sentence()));
        var told = new ApiAnswer(said.httpStatus(), said.code(), said.requestId(), message);
        return answer instanceof Throttled || answer instanceof Unclear ? new Unclear(told, false) : new Denied(told);
    }
}
