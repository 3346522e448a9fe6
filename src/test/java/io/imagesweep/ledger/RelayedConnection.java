package io.imagesweep.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** One connection through a {@link DatabaseRelay}. */
final class RelayedConnection {

    private final DatabaseRelay relay;
    private final Socket program;
    private final Socket database;
    private volatile boolean loseAnswer;
    private volatile boolean stranded;

    RelayedConnection(DatabaseRelay relay, Socket program, int port) {
        this.relay = relay;
        this.program = program;
        this.database = connect(program, port);
    }

    private static Socket connect(Socket program, int port) {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException refused) {
            end(program);
            return new Socket();
        }
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(program, database, this::request));
        Thread.ofVirtual().start(() -> pump(database, program, this::answer));
    }

    /** Ends the program's side only. */
    void strand() {
        stranded = true;
        end(program);
    }

    void close() {
        end(program);
        end(database);
        relay.forget(this);
    }

    private boolean request(byte[] bytes, int length) {
        loseAnswer |= relay.lostAnswers().isIn(bytes, length);
        return !relay.lostRequests().isIn(bytes, length);
    }

    private boolean answer(byte[] bytes, int length) {
        return !loseAnswer;
    }

    private void pump(Socket from, Socket to, Gate gate) {
        try {
            pass(from, to, gate);
        } catch (IOException ended) {
            // One of the two sides was ended; the other one learns it below.
        }
        relay.awaitPassage();
        if (!stranded) {
            close();
        }
    }

    private void pass(Socket from, Socket to, Gate gate) throws IOException {
        var bytes = new byte[65_536];
        var length = from.getInputStream().read(bytes);
        while (length >= 0 && gate.passes(bytes, length)) {
            relay.awaitPassage();
            to.getOutputStream().write(bytes, 0, length);
            length = from.getInputStream().read(bytes);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Gate {

        boolean passes(byte[] bytes, int length);
    }
}
