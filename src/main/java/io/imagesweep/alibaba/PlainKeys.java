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

    /** In the order of the chain (credentials-java 1.0.3). */
    private static final String MISSING = "no credentials: looked for imagesweep.alibaba.access-key-id and"
            + " imagesweep.alibaba.access-key-secret, the environment's ALIBABA_CLOUD_ACCESS_KEY_ID and"
            + " ALIBABA_CLOUD_ACCESS_KEY_SECRET, a role by OIDC (ALIBABA_CLOUD_ROLE_ARN,"
            + " ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE), a profile in ~/.aliyun/config.json"
            + " and in ~/.alibabacloud/credentials, the role of the ECS instance and ALIBABA_CLOUD_CREDENTIALS_URI:"
            + " supply one of them";

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
