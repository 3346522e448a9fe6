package io.imagesweep.simulator;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The signature ACS3-HMAC-SHA256: over the method, the query, the named headers and the body. */
final class SignatureV3 {

    static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(ACS3-\\S+)\\s+Credential=([^,\\s]+),\\s*SignedHeaders=([^,\\s]+),\\s*Signature=(\\S+)");
    private static final List<String> ALWAYS_SIGNED =
            List.of("host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce");

    /** What the parts of a request are called in the error for a missing one. */
    private static final Map<String, String> NAMES = Map.of(
            "x-acs-action", "Action",
            "x-acs-version", "Version",
            "x-acs-date", "Timestamp",
            "x-acs-signature-nonce", "SignatureNonce");

    private SignatureV3() {}

    /** Some clients send V3's headers beside a V1 signature: only this header tells them apart. */
    static boolean isUsedBy(Arrival arrival) {
        return arrival.header("authorization").startsWith("ACS3-");
    }

    static SignedRequest read(Arrival arrival) {
        var authorization =
                AUTHORIZATION.matcher(arrival.header("authorization").strip());
        if (!authorization.matches()) {
            throw ErrorCode.INCOMPLETE_SIGNATURE.refusal();
        }
        if (!authorization.group(1).equals(ALGORITHM)) {
            throw ErrorCode.INVALID_SIGNATURE_METHOD.refusal();
        }
        NAMES.forEach((header, name) -> requirePresent(header, name, arrival));
        var signedHeaders = authorization.group(3);
        if (!List.of(signedHeaders.split(";", -1)).containsAll(ALWAYS_SIGNED)) {
            throw ErrorCode.INCOMPLETE_SIGNATURE.refusal();
        }
        return new SignedRequest(
                authorization.group(2),
                arrival.header("x-acs-security-token"),
                arrival.header("x-acs-date"),
                arrival.header("x-acs-signature-nonce"),
                textToSign(arrival, signedHeaders),
                authorization.group(4),
                SignatureV3::sign);
    }

    static String sign(String secret, String textToSign) {
        return HexFormat.of().formatHex(Digests.hmac("HmacSHA256", secret, textToSign));
    }

    static String textToSign(Arrival arrival, String signedHeaders) {
        var headers = new TreeMap<String, String>();
        for (var name : signedHeaders.split(";", -1)) {
            headers.put(name, arrival.header(name).strip());
        }
        var canonical = new StringBuilder(512)
                .append(arrival.method())
                .append("\n/\n")
                .append(PercentEncoding.query(arrival.query()))
                .append('\n');
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(signedHeaders).append('\n').append(arrival.bodyHash());
        return ALGORITHM + "\n" + Digests.sha256(canonical.toString());
    }

    private static void requirePresent(String header, String name, Arrival arrival) {
        if (arrival.header(header).isEmpty()) {
            throw ErrorCode.MISSING_NAMED.refusal(name);
        }
    }
}
