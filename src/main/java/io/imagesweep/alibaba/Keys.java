package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;

/** The credentials of one account, as the SDK asks for them with each call. Thread-safe. */
interface Keys extends AlibabaCloudCredentialsProvider {

    /**
     * Gives credentials that are valid now.
     *
     * @throws NoKeys where there are none
     */
    @Override
    CredentialModel getCredentials();

    /** The API refused the token of {@code refused}; says whether there are other credentials to try now. */
    boolean renewed(CredentialModel refused);

    /** The API took {@code used}. */
    default void taken(CredentialModel used) {}

    @Override
    default String getProviderName() {
        return "imagesweep";
    }

    @Override
    default void close() {}
}
