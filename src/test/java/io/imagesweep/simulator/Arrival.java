package io.imagesweep.simulator;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request as it arrived, its query and its form decoded. */
final class Arrival {

    private static final int MOST_PARAMETERS = 4096;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final String path;
    private final HttpHeaders headers;
    private final byte[] body;
    private final String sourceIp;
    private final SortedMap<String, String> query;
    private final SortedMap<String, String> form;

    private Arrival(FullHttpRequest request, QueryStringDecoder uri, String sourceIp) {
        this.sourceIp = sourceIp;
        method = request.method().name();
        path = uri.path();
        headers = request.headers();
        body = ByteBufUtil.getBytes(request.content());
        query = firstValues(uri.parameters());
        form = form();
    }

    /** Empty: it is no well-formed request. */
    static Optional<Arrival> of(FullHttpRequest request, String sourceIp) {
        if (request.decoderResult().isFailure()) {
            return Optional.empty();
        }
        try {
            var uri = new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8, true, MOST_PARAMETERS, true);
            return Optional.of(new Arrival(request, uri, sourceIp));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** The header's value, or an empty text. */
    String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
    }

    /** The address of the caller. */
    String sourceIp() {
        return sourceIp;
    }

    byte[] body() {
        return body.clone();
    }

    String bodyHash() {
        return body.length == 0 ? Digests.EMPTY_SHA256 : Digests.sha256(body);
    }

    SortedMap<String, String> query() {
        return query;
    }

    /** The parameters of query and form together. */
    SortedMap<String, String> parameters() {
        if (form.isEmpty()) {
            return query;
        }
        var all = new TreeMap<>(form);
        all.putAll(query);
        return all;
    }

    private SortedMap<String, String> form() {
        var contentType = header("content-type");
        if (body.length == 0
                || !(contentType.isEmpty()
                        || contentType.toLowerCase(Locale.ROOT).startsWith(FORM))) {
            return Collections.emptySortedMap();
        }
        var text = new String(body, StandardCharsets.UTF_8);
        return firstValues(
                new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters());
    }

    private static SortedMap<String, String> firstValues(Map<String, List<String>> parameters) {
        var first = new TreeMap<String, String>();
        parameters.forEach((name, values) -> first.put(name, values.getFirst()));
        return Collections.unmodifiableSortedMap(first);
    }
}
