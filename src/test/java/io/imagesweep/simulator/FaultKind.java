package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can go wrong with a call. */
enum FaultKind {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("html")
    HTML,
    @JsonProperty("empty")
    EMPTY,
    @JsonProperty("cut")
    CUT,
    @JsonProperty("reset")
    RESET,
    @JsonProperty("close")
    CLOSE,
    @JsonProperty("hang")
    HANG,
    @JsonProperty("drip")
    DRIP,
    @JsonProperty("slow")
    SLOW,
    @JsonProperty("throttle")
    THROTTLE,
    @JsonProperty("expired-token")
    EXPIRED_TOKEN;

    /** As it is written in a plan. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
