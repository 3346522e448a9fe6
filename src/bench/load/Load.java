import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls the simulator as fast as it answers, over many connections, each call signed (V3), and says how many calls a second, how long
 * they took, and what was answered. One thread, so that on two cores the simulator has the other.
 *
 * <p>{@code java src/bench/load/Load.java http://127.0.0.1:PORT CONNECTIONS CALLS ACTION [NAME=VALUE ...]}; a value with {@code %d} gets
 * the number of the call, one with {@code %d/N} that number modulo N, plus 1.
 */
final class Load {

    private static final String SIGNED = "host;x-acs-action;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final URI server;
    private final String action;
    private final Map<String, String> parameters;
    private final int calls;
    private final long[] nanos;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    private final Mac hmac = Mac.getInstance("HmacSHA256");
    private final String nonces = UUID.randomUUID().toString();
    private int started;
    private int finished;
    private long bytes;

    private Load(String... arguments) throws GeneralSecurityException {
        server = URI.create(arguments[0]);
        calls = Integer.parseInt(arguments[2]);
        action = arguments[3];
        parameters = new TreeMap<>();
        Arrays.stream(arguments).skip(4).map(text -> text.split("=", 2)).forEach(p -> parameters.put(p[0], p[1]));
        nanos = new long[calls];
        hmac.init(new SecretKeySpec("testsecret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    public static void main(String... arguments) throws IOException, GeneralSecurityException {
        if (arguments.length < 4) {
            System.err.println("usage: java Load.java http://127.0.0.1:PORT CONNECTIONS CALLS ACTION [NAME=VALUE ...]");
            System.exit(2);
        }
        new Load(arguments).run(Integer.parseInt(arguments[1]));
    }

    private void run(int connections) throws IOException {
        var begin = System.nanoTime();
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                send(new Conversation(channel.register(selector, SelectionKey.OP_READ), channel));
            }
            while (finished < calls) {
                selector.select(key -> read((Conversation) key.attachment()));
            }
        }
        tell(connections, (System.nanoTime() - begin) / 1e9);
    }

    private void send(Conversation conversation) {
        if (started == calls) {
            return;
        }
        var request = ByteBuffer.wrap(request(started++).getBytes(StandardCharsets.UTF_8));
        conversation.sentAt = System.nanoTime();
        try {
            while (request.hasRemaining()) {
                conversation.channel.write(request);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the connection broke", e);
        }
    }

    private void read(Conversation conversation) {
        buffer.clear();
        try {
            if (conversation.channel.read(buffer) < 0) {
                throw new IllegalStateException("the connection was closed");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the connection broke", e);
        }
        buffer.flip();
        bytes += buffer.remaining();
        if (conversation.take(buffer)) {
            nanos[finished++] = System.nanoTime() - conversation.sentAt;
            statuses.merge(conversation.status, 1, Integer::sum);
            send(conversation);
        }
    }

    private String request(int number) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(numbered(value, number))));
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var nonce = nonces + number;
        var version = action.startsWith("DescribeScaling") ? "2014-08-28" : "2014-05-26";
        var canonical = "POST\n/\n" + query + "\nhost:" + server.getAuthority() + "\nx-acs-action:" + action + "\nx-acs-date:" + date
                + "\nx-acs-signature-nonce:" + nonce + "\nx-acs-version:" + version + "\n\n" + SIGNED + "\n" + NOTHING;
        var signature = hex(hmac.doFinal(utf8("ACS3-HMAC-SHA256\n" + hex(sha256.digest(utf8(canonical))))));
        return "POST /?" + query + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nContent-Length: 0\r\nx-acs-action: " + action
                + "\r\nx-acs-date: " + date + "\r\nx-acs-signature-nonce: " + nonce + "\r\nx-acs-version: " + version
                + "\r\nAuthorization: ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=" + SIGNED + ",Signature=" + signature
                + "\r\n\r\n";
    }

    private void tell(int connections, double seconds) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s over %d connections: %d calls in %.2f s, %.0f calls/s, %.1f MB/s, p50 %.2f ms, p99 %.2f ms, max %.2f ms, %s%n",
                action,
                connections, calls, seconds, calls / seconds, bytes / seconds / 1e6, nanos[calls / 2] / 1e6, nanos[(int) (calls * 0.99)] / 1e6, nanos[calls - 1] / 1e6,
                statuses);
    }

    private static String numbered(String value, int number) {
        int slash = value.indexOf("%d/");
        if (slash < 0) {
            return value.replace("%d", Integer.toString(number));
        }
        return value.substring(0, slash) + (number % Integer.parseInt(value.substring(slash + 3)) + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** One connection: a request is on its way, and its answer comes in pieces. */
    private static final class Conversation {

        private final SocketChannel channel;
        private final StringBuilder head = new StringBuilder();
        private int left = -1;
        private String status = "";
        private long sentAt;

        Conversation(SelectionKey key, SocketChannel channel) {
            this.channel = channel;
            key.attach(this);
        }

        /** True: the answer is complete. */
        boolean take(ByteBuffer piece) {
            while (left < 0 && piece.hasRemaining()) {
                head.append((char) piece.get());
                if (head.length() > 3 && head.charAt(head.length() - 1) == '\n' && head.charAt(head.length() - 3) == '\n') {
                    var lower = head.toString().toLowerCase(Locale.ROOT);
                    int at = lower.indexOf("content-length: ") + 16;
                    left = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)));
                    status = lower.substring(9, 12);
                }
            }
            left -= piece.remaining();
            if (left != 0) {
                return false;
            }
            left = -1;
            head.setLength(0);
            return true;
        }
    }
}
