package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaRetryableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LostCallTests {

    static Stream<IOException> neverSent() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new NoRouteToHostException("No route to host"),
                new UnknownHostException("ecs.invalid"),
                new SSLHandshakeException("no certificate"),
                new SocketTimeoutException("Connect timed out"),
                new SocketTimeoutException("failed to connect to ecs after 2000ms"));
    }

    static Stream<IOException> perhapsSent() {
        return Stream.of(
                new IOException("unexpected end of stream", new EOFException("\\n not found")),
                new SocketException("Connection reset"),
                new SocketTimeoutException("Read timed out"),
                new SocketTimeoutException("timeout"),
                new InterruptedIOException("timeout"),
                new IOException("Canceled"));
    }

    @ParameterizedTest
    @MethodSource
    void neverSent(IOException cause) {
        assertThat(LostCall.answer(wrapped(cause)).sent()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void perhapsSent(IOException cause) {
        assertThat(LostCall.answer(wrapped(cause)).sent()).isTrue();
    }

    @Test
    void tellsWhatHappenedToTheConnection() {
        assertThat(LostCall.answer(wrapped(new SocketException("Connection reset")))
                        .said()
                        .message())
                .isEqualTo("SocketException: Connection reset");
    }

    private static RuntimeException wrapped(IOException cause) {
        return new IllegalStateException(new TeaRetryableException(cause));
    }
}
