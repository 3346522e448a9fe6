package io.imagesweep.alibaba;

import io.imagesweep.candidate.Trial;
import io.imagesweep.candidate.Trial.State;
import io.imagesweep.deletion.Answer;
import java.util.List;

/** From an answer that is no success to what is amiss, and what an operator does about it. */
final class Amiss {

    private static final String KEY = "supply the right access key and secret";

    private static final List<Row> ROWS = List.of(
            new Row("InvalidTimeStamp", "clock", "set the clock of this machine right"),
            new Row("InvalidAccessKeyId", "credentials", KEY),
            new Row("SignatureDoesNotMatch", "credentials", KEY),
            new Row("IncompleteSignature", "credentials", KEY),
            new Row("InvalidSecurityToken", "credentials", KEY),
            new Row(
                    "AuthenticationFail.OIDCToken",
                    "credentials",
                    "see that ALIBABA_CLOUD_OIDC_TOKEN_FILE holds a token of that provider, for sts.aliyuncs.com, that has"
                            + " not ended"),
            new Row(
                    "AuthenticationFail",
                    "credentials",
                    "see that ALIBABA_CLOUD_OIDC_PROVIDER_ARN names a provider that is registered, and that the role trusts"
                            + " it"),
            new Row(
                    "EntityNotExist",
                    "credentials",
                    "make the role, or correct what names it: the role-arn of the account, or ALIBABA_CLOUD_ROLE_ARN"),
            new Row("InvalidRegionId", "region", "correct the regions of the account"),
            new Row("InvalidOperation.NotSupportedEndpoint", "region", "correct the regions or the endpoint"));

    private Amiss() {}

    /** Gives the trial of {@code what}, whose permission is given by {@code grant}. */
    static Trial of(String what, Answer answer, String grant) {
        String code = String.valueOf(answer.said().code());
        String said = answer.said().sentence();
        return ROWS.stream()
                .filter(row -> code.startsWith(row.code()))
                .findFirst()
                .map(row -> Trial.fails(row.what(), said, row.remedy()))
                .orElseGet(() -> isDenial(code)
                        ? new Trial(what, State.DENIED, said, grant)
                        : Trial.fails(what, said, "ask again, or look up what the provider says of it"));
    }

    private static boolean isDenial(String code) {
        return code.startsWith("Forbidden") || code.startsWith("NoPermission");
    }

    private record Row(String code, String what, String remedy) {}
}
