package io.imagesweep.alibaba;

import com.aliyun.credentials.exception.CredentialException;
import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;
import com.aliyun.credentials.provider.DefaultCredentialsProvider;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The credentials of the SDK's own chain, which renews them by itself. */
final class PlainKeys implements Keys {

    private static final String MISSING = "no credentials: set imagesweep.alibaba.access-key-id and"
            + " imagesweep.alibaba.access-key-secret, or what the SDK's chain of credentials reads, first of all"
            + " ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET";

    private @Nullable AlibabaCloudCredentialsProvider chain;
    private volatile boolean found;

    @Override
    public CredentialModel getCredentials() {
        try {
            CredentialModel credentials = chain().getCredentials();
            found = true;
            return credentials;
        } catch (CredentialException e) {
            throw new NoKeys(found ? later(e) : new Denied(new ApiAnswer(null, null, null, MISSING)));
        }
    }

    @Override
    public boolean renewed(CredentialModel refused) {
        return !Objects.equals(getCredentials().getSecurityToken(), refused.getSecurityToken());
    }

    /** Made late, for the chain looks at the machine and may start a thread. */
    private synchronized AlibabaCloudCredentialsProvider chain() {
        if (chain == null) {
            chain = new DefaultCredentialsProvider();
        }
        return chain;
    }

    private static Unclear later(CredentialException e) {
        return new Unclear(new ApiAnswer(null, null, null, Words.of("credentials: " + e.getMessage())), false);
    }
}
