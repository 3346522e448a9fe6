package io.imagesweep.simulator;

import java.util.Map;

/** The API says no: a status, a code, a message. */
final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Map<String, String> detail;

    Refusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    private Refusal(int status, String code, String message, Map<String, String> detail) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    Refusal withAccessDeniedDetail(Map<String, String> newDetail) {
        return new Refusal(status, code, text(), newDetail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, String> accessDeniedDetail() {
        return detail;
    }
}
