package io.imagesweep.simulator;

import io.netty.handler.codec.DateFormatter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes the answers to one request: the right format, with its id and its host. */
final class Replies {

    private static final byte[] HTML =
            "<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>Tengine</center></body></html>\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final Format format;
    private final String requestId;
    private final String host;
    private final Instant now;

    Replies(Format format, String requestId, String host, Instant now) {
        this.format = format;
        this.requestId = requestId;
        this.host = host;
        this.now = now;
    }

    Reply success(String action, ObjectNode body) {
        body.put("RequestId", requestId);
        return reply(200, action + "Response", body);
    }

    Reply refusal(Refusal refusal, Product product) {
        return reply(refusal.status(), "Error", body(refusal, product));
    }

    Reply throttled(Duration retryAfter, Product product) {
        return refusal(ErrorCode.THROTTLING_USER.refusal(), product)
                .with("x-acs-retry-after", Long.toString(retryAfter.toMillis()));
    }

    Reply html(int status) {
        return Reply.of(status, "text/html", HTML);
    }

    Reply empty(int status) {
        return Reply.of(status, "text/plain", new byte[0]);
    }

    private ObjectNode body(Refusal refusal, Product product) {
        var body = Answer.object()
                .put("RequestId", requestId)
                .put("HostId", host)
                .put("Code", refusal.code())
                .put("Message", refusal.text())
                .put(
                        "Recommend",
                        "https://api.alibabacloud.com/troubleshoot?intl_lang=EN_US&q=%s&product=%s&requestId=%s"
                                .formatted(refusal.code(), product.title(), requestId));
        if (!refusal.accessDeniedDetail().isEmpty()) {
            var detail = body.putObject("AccessDeniedDetail");
            refusal.accessDeniedDetail().forEach(detail::put);
        }
        return body;
    }

    private Reply reply(int status, String name, ObjectNode body) {
        return new Reply(
                status,
                format.contentType(),
                format.write(name, body),
                Map.of("Date", DateFormatter.format(Date.from(now)), "x-acs-request-id", requestId));
    }
}
