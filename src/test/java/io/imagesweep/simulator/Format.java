package io.imagesweep.simulator;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How an answer is written. */
enum Format {
    JSON("application/json;charset=utf-8") {
        @Override
        byte[] write(String name, ObjectNode body) {
            return MAPPER.writeValueAsBytes(body);
        }
    },
    XML("text/xml;charset=utf-8") {
        @Override
        byte[] write(String name, ObjectNode body) {
            return XmlText.of(name, MAPPER.readTree(MAPPER.writeValueAsBytes(body)));
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** What the request asks for; without a word JSON for V3, XML for V1. */
    static Format of(Arrival arrival) {
        var named = arrival.parameters().getOrDefault("Format", "").toUpperCase(Locale.ROOT);
        return switch (named) {
            case "JSON" -> JSON;
            case "XML" -> XML;
            default ->
                SignatureV3.isUsedBy(arrival) || arrival.header("accept").contains("application/json") ? JSON : XML;
        };
    }

    static boolean isKnown(Arrival arrival) {
        return arrival.parameters()
                .getOrDefault("Format", "JSON")
                .toUpperCase(Locale.ROOT)
                .matches("JSON|XML|");
    }

    String contentType() {
        return contentType;
    }

    abstract byte[] write(String name, ObjectNode body);
}
