package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;

/** The key of the configuration, which never changes. */
final class ConfiguredKeys implements Keys {

    private final CredentialModel key;

    ConfiguredKeys(AlibabaSettings settings) {
        this.key = CredentialModel.builder()
                .accessKeyId(settings.accessKeyId())
                .accessKeySecret(settings.accessKeySecret())
                .type("access_key")
                .build();
    }

    @Override
    public CredentialModel getCredentials() {
        return key;
    }

    @Override
    public boolean renewed(CredentialModel refused) {
        return false;
    }
}
