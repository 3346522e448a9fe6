package io.imagesweep.alibaba;

import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.ApiAnswer;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What the SDK throws where no whole answer came. Its own exceptions only wrap; the last cause tells. */
final class LostCall {

    private LostCall() {}

    static Unclear answer(Throwable thrown) {
        Throwable cause = root(thrown);
        String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new Unclear(new ApiAnswer(null, null, null, Words.of(message)), !neverSent(thrown));
    }

    /** Says whether the connection was never made, so that the provider cannot have seen the call. */
    private static boolean neverSent(@Nullable Throwable thrown) {
        return switch (thrown) {
            case null -> false;
            case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> true;
            case SSLHandshakeException _, SSLPeerUnverifiedException _ -> true;
            case SocketTimeoutException timeout when saysConnect(timeout) -> true;
            default -> neverSent(thrown.getCause());
        };
    }

    private static boolean saysConnect(SocketTimeoutException timeout) {
        return String.valueOf(timeout.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
