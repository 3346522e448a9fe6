package io.imagesweep.simulator;

import java.util.Base64;
import java.util.TreeMap;

/** The RPC signature of 2014: HMAC-SHA1 over all parameters, sent as one of them. */
final class SignatureV1 {

    private SignatureV1() {}

    static SignedRequest read(Arrival arrival) {
        var parameters = arrival.parameters();
        requirePresent("AccessKeyId", arrival);
        requirePresent("Signature", arrival);
        requirePresent("SignatureNonce", arrival);
        requirePresent("Timestamp", arrival);
        if (!parameters.getOrDefault("SignatureMethod", "HMAC-SHA1").equals("HMAC-SHA1")) {
            throw ErrorCode.INVALID_SIGNATURE_METHOD.refusal();
        }
        if (!parameters.getOrDefault("SignatureVersion", "1.0").equals("1.0")) {
            throw ErrorCode.INVALID_SIGNATURE_VERSION.refusal();
        }
        return new SignedRequest(
                value("AccessKeyId", arrival),
                value("SecurityToken", arrival),
                value("Timestamp", arrival),
                value("SignatureNonce", arrival),
                textToSign(arrival),
                value("Signature", arrival),
                SignatureV1::sign);
    }

    static String sign(String secret, String textToSign) {
        return Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA1", secret + "&", textToSign));
    }

    private static String textToSign(Arrival arrival) {
        var signed = new TreeMap<>(arrival.parameters());
        signed.remove("Signature");
        return arrival.method() + "&%2F&" + PercentEncoding.encode(PercentEncoding.query(signed));
    }

    private static void requirePresent(String name, Arrival arrival) {
        if (value(name, arrival).isEmpty()) {
            throw ErrorCode.MISSING_NAMED.refusal(name);
        }
    }

    private static String value(String name, Arrival arrival) {
        return arrival.parameters().getOrDefault(name, "");
    }
}
