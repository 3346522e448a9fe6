package io.imagesweep.simulator;

import java.util.function.BiFunction;

/**
 * What a signed request claims, in either scheme; a text that is not there is empty.
 *
 * @param timestamp as it was written
 * @param signer makes a signature of a secret and the text to sign
 */
record SignedRequest(
        String accessKeyId,
        String securityToken,
        String timestamp,
        String nonce,
        String textToSign,
        String signature,
        BiFunction<String, String, String> signer) {

    boolean isSignedWith(String secret) {
        return signer.apply(secret, textToSign).equals(signature);
    }
}
