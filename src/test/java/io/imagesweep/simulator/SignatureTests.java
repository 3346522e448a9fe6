package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors of both signatures. */
class SignatureTests {

    private static final String V1_QUERY = "AccessKeyId=testid&Action=DescribeRegions&Format=XML"
            + "&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0"
            + "&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26&Signature=OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D";
    private static final String V3_QUERY =
            "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai";
    private static final String V3_SIGNED =
            "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private static final Map<String, String> V3_HEADERS = Map.of(
            "host", "ecs.cn-shanghai.aliyuncs.com",
            "x-acs-action", "RunInstances",
            "x-acs-version", "2014-05-26",
            "x-acs-date", "2023-10-26T10:22:32Z",
            "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
            "x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    @Test
    void verifiesTheVectorOfV1() {
        var request = SignatureV1.read(get("/?" + V1_QUERY));

        assertThat(request.textToSign())
                .isEqualTo("GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML"
                        + "%26SignatureMethod%3DHMAC-SHA1"
                        + "%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"
                        + "%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z"
                        + "%26Version%3D2014-05-26");
        assertThat(request.isSignedWith("testsecret")).isTrue();
        assertThat(request.isSignedWith("testsecres")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"testid,testie", "DescribeRegions,DescribeRegiont", "cn-,cm-", "Format=XML,Format=XMM", "24Z,25Z"})
    void refusesV1WithOneByteChanged(String before, String after) {
        var query = (V1_QUERY + "&RegionId=cn-x").replace(before, after);

        assertThat(SignatureV1.read(get("/?" + query)).isSignedWith("testsecret"))
                .isFalse();
    }

    @Test
    void verifiesTheVectorOfV3() {
        var request = SignatureV3.read(v3("POST", V3_QUERY, V3_HEADERS, ""));

        assertThat(request.textToSign())
                .isEqualTo("ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259");
        assertThat(request.isSignedWith("YourAccessKeySecret")).isTrue();
        assertThat(request.accessKeyId()).isEqualTo("YourAccessKeyId");
    }

    @ParameterizedTest
    @CsvSource({
        "host,ecs.cn-shanghai.aliyuncs.con",
        "x-acs-action,RunInstancet",
        "x-acs-version,2014-05-27",
        "x-acs-date,2023-10-26T10:22:33Z",
        "x-acs-signature-nonce,4156853299f313e23d1673dc12e1703d",
        "x-acs-content-sha256,f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    })
    void refusesV3WithOneByteOfAHeaderChanged(String name, String value) {
        var headers = new java.util.HashMap<>(V3_HEADERS);
        headers.put(name, value);

        assertThat(isSigned(v3("POST", V3_QUERY, headers, ""))).isFalse();
    }

    @Test
    void refusesV3WithOneByteChangedElsewhere() {
        assertThat(isSigned(v3("GET", V3_QUERY, V3_HEADERS, ""))).isFalse();
        assertThat(isSigned(v3("POST", V3_QUERY.replace("shanghai", "shanghaj"), V3_HEADERS, "")))
                .isFalse();
        assertThat(isSigned(v3("POST", V3_QUERY, V3_HEADERS, "x"))).isFalse();
    }

    @Test
    void signsTheSameTextForBothWaysToWriteASpace() {
        var plus = SignatureV1.read(get("/?" + V1_QUERY + "&ImageName=a+b*~%2F"));
        var percent = SignatureV1.read(get("/?" + V1_QUERY + "&ImageName=a%20b%2A%7E/"));

        assertThat(plus.textToSign()).isEqualTo(percent.textToSign()).contains("ImageName%3Da%2520b%252A~%252F");
    }

    @Test
    void keepsAnEmptyValueInTheText() {
        assertThat(SignatureV1.read(get("/?" + V1_QUERY + "&SignatureType=")).textToSign())
                .contains("%26SignatureType%3D%26");
    }

    private static boolean isSigned(Arrival arrival) {
        return SignatureV3.read(arrival).isSignedWith("YourAccessKeySecret");
    }

    private static Arrival get(String uri) {
        return arrival(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri));
    }

    private static Arrival v3(String method, String query, Map<String, String> headers, String body) {
        var request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.valueOf(method),
                "/?" + query,
                Unpooled.wrappedBuffer(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        headers.forEach((name, value) -> request.headers().set(name, value));
        request.headers()
                .set(
                        "Authorization",
                        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=" + V3_SIGNED
                                + ",Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
        return arrival(request);
    }

    private static Arrival arrival(DefaultFullHttpRequest request) {
        return Arrival.of(request, "127.0.0.1").orElseThrow();
    }
}
