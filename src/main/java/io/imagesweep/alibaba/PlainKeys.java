package io.imagesweep.alibaba;

import com.aliyun.credentials.exception.CredentialException;
import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;
import com.aliyun.credentials.provider.DefaultCredentialsProvider;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The credentials of the SDK's own chain, which renews them by itself. */
final class PlainKeys implements Keys {

    /** In the order of the chain (credentials-java 1.0.3). */
    private static final String MISSING = "no credentials: looked for imagesweep.alibaba.access-key-id and"
            + " imagesweep.alibaba.access-key-secret, the environment's ALIBABA_CLOUD_ACCESS_KEY_ID and"
            + " ALIBABA_CLOUD_ACCESS_KEY_SECRET, a role by OIDC (ALIBABA_CLOUD_ROLE_ARN,"
            + " ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE), a profile in ~/.aliyun/config.json"
            + " and in ~/.alibabacloud/credentials, the role of the ECS instance and ALIBABA_CLOUD_CREDENTIALS_URI";

    private final InstantSource clock;
    private final LastRefusal refusal;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable AlibabaCloudCredentialsProvider chain;
    private volatile boolean found;

    PlainKeys(InstantSource clock, Duration outage) {
        this.clock = clock;
        this.refusal = new LastRefusal(clock, outage);
    }

    @Override
    public CredentialModel getCredentials() {
        return found ? fromChain() : firstFromChain(clock.instant());
    }

    /** Looks once for all who need them: the chain takes seconds where a machine answers none of its questions. */
    private CredentialModel firstFromChain(Instant now) {
        asking.lock();
        try {
            refusal.check(now);
            CredentialModel credentials = fromChain();
            found = true;
            return credentials;
        } catch (NoKeys e) {
            throw refusal.keep(e);
        } finally {
            asking.unlock();
        }
    }

    private CredentialModel fromChain() {
        try {
            return chain().getCredentials();
        } catch (CredentialException e) {
            throw found ? new NoKeys(later(e)) : new NoKeys(MISSING, "supply one of them");
        }
    }

    @Override
    public boolean renewed(CredentialModel refused) {
        return !Objects.equals(getCredentials().getSecurityToken(), refused.getSecurityToken());
    }

    /** Made late, for the chain looks at the machine and may start a thread; made once, as who looks first holds the lock. */
    private AlibabaCloudCredentialsProvider chain() {
        AlibabaCloudCredentialsProvider made = chain;
        if (made == null) {
            made = new DefaultCredentialsProvider();
            chain = made;
        }
        return made;
    }

    private static Unclear later(CredentialException e) {
        return new Unclear(new ApiAnswer(null, null, null, Words.of("credentials: " + e.getMessage())), false);
    }
}
