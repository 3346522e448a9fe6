package io.imagesweep.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a program and its database, on one port for ever, and fails as networks and servers do. */
public final class DatabaseRelay implements AutoCloseable {

    /** The request that ends a transaction, and no column whose name begins so. */
    public static final String COMMIT = "COMMIT\0";

    enum Line {
        /** Everything passes. */
        OPEN,
        /** Nobody gets in. */
        REFUSING,
        /** Everything is accepted, nothing passes, and nobody is told. */
        SILENT
    }

    private final ServerSocket door;
    private final Set<RelayedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int database;
    private volatile Line line = Line.OPEN;
    private volatile LostWord lostAnswers = LostWord.NONE;
    private volatile LostWord lostRequests = LostWord.NONE;

    public DatabaseRelay(int database) {
        this.database = database;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofPlatform().daemon().name("relay").start(this::acceptAll);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many connections were tried. */
    public int accepted() {
        return accepted.get();
    }

    /** Leads to another port from now on. */
    public void leadTo(int port) {
        this.database = port;
    }

    /** Ends all connections and lets nobody in. */
    public void cut() {
        turn(Line.REFUSING);
        drop();
    }

    /** Ends all connections; new ones are let in. */
    public void drop() {
        connections.forEach(RelayedConnection::close);
    }

    /** Lets nothing pass any more, and tells nobody. */
    public void silence() {
        turn(Line.SILENT);
    }

    /** Ends all connections towards the program only: the server's sessions linger. */
    public void strand() {
        connections.forEach(RelayedConnection::strand);
    }

    /** Lets everything pass again. */
    public void open() {
        turn(Line.OPEN);
    }

    /** Passes on the next {@code times} requests that contain {@code word}, and ends the connection at their answer. */
    public void loseAnswersTo(String word, int times) {
        lostAnswers = new LostWord(word, 1, times);
    }

    /** Does so with every seventh of them. */
    public void loseSomeAnswersTo(String word, int times) {
        lostAnswers = new LostWord(word, 7, times);
    }

    /** Ends the connection at the next {@code times} requests that contain {@code word}, without passing them on. */
    public void loseRequests(String word, int times) {
        lostRequests = new LostWord(word, 1, times);
    }

    /** Does so with every seventh of them. */
    public void loseSomeRequests(String word, int times) {
        lostRequests = new LostWord(word, 7, times);
    }

    private synchronized void turn(Line line) {
        this.line = line;
        notifyAll();
    }

    synchronized void awaitPassage() {
        try {
            while (line == Line.SILENT) {
                wait();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    LostWord lostAnswers() {
        return lostAnswers;
    }

    LostWord lostRequests() {
        return lostRequests;
    }

    void forget(RelayedConnection connection) {
        connections.remove(connection);
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                accept(door.accept());
            } catch (IOException closed) {
                drop();
            }
        }
    }

    private void accept(Socket program) throws IOException {
        accepted.incrementAndGet();
        if (line == Line.REFUSING) {
            program.close();
            return;
        }
        var connection = new RelayedConnection(this, program, database);
        connections.add(connection);
        connection.start();
    }

    @Override
    public void close() {
        turn(Line.REFUSING);
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        drop();
    }
}
