package io.imagesweep.cli;

import io.imagesweep.simulator.EcsSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The vendor's hosts as a machine reaches them through a proxy: it takes CONNECT for any of them, speaks TLS with a
 * certificate of its own, and passes on to a simulator.
 */
final class VendorFront implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final String NAMES = "san=dns:*.aliyuncs.com,dns:*.cn-hangzhou.aliyuncs.com";

    private final URI cloud;
    private final Path store;
    private final SSLContext tls;
    private final ServerSocket server;
    private final Set<String> hosts = new ConcurrentSkipListSet<>();

    VendorFront(EcsSimulator simulator, Path folder) throws IOException, GeneralSecurityException {
        cloud = simulator.uri();
        store = folder.resolve("front.p12");
        makeCertificate();
        tls = context();
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Lets a program reach the vendor's hosts here, and trust what they show, but for one other that it was told. */
    ProgramUnderTest isSeenBy(ProgramUnderTest program) {
        return program.without("--imagesweep.alibaba.endpoint")
                .setting("--https.proxyHost=" + server.getInetAddress().getHostAddress())
                .setting("--https.proxyPort=" + server.getLocalPort())
                .setting("--javax.net.ssl.trustStore=" + store)
                .setting("--javax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** The hosts that were asked for. */
    Set<String> hosts() {
        return Set.copyOf(hosts);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void makeCertificate() throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "front",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-dname",
                        "CN=front",
                        "-ext",
                        NAMES)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(store)) {
            throw new IllegalStateException("keytool made no certificate: " + said);
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var upstream = new Socket(cloud.getHost(), cloud.getPort())) {
            var reader =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
            hosts.add(reader.readLine().replaceAll("CONNECT (.*):443 HTTP/1.1", "$1"));
            while (!reader.readLine().isEmpty()) {
                // the other headers tell nothing
            }
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var socket = tls.getSocketFactory().createSocket(client, null, true);
            var back = Thread.ofVirtual().start(() -> pass(upstream, socket));
            pass(socket, upstream);
            back.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What ends on one side ends on the other. */
    private static void pass(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // the other side is gone
        }
    }
}
