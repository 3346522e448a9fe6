package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run noticed on its way that its end must say: what is missing, why it stopped, and the exit codes that apply. Thread-safe. */
final class RunNotes {

    private final Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> passing = new TreeSet<>();
    private final UnreadSources unreadSources = new UnreadSources();
    private final List<String> stops = new ArrayList<>();
    private final Set<AccountRegion> unread = ConcurrentHashMap.newKeySet();
    private final Set<AccountRegion> guarded = ConcurrentHashMap.newKeySet();
    private volatile boolean guardedRun;
    private final Map<AccountRegion, Long> baselines = new ConcurrentHashMap<>();

    /** Something that the run tried to read could not be read. */
    synchronized void missing(String sentence) {
        missing.add(sentence);
        codes.add(ExitCode.INCOMPLETE);
    }

    /** The same of what a later start may still do: rows tell whether it did, so it is said now and not kept. */
    synchronized void missingNow(String sentence) {
        passing.add(sentence);
        codes.add(ExitCode.INCOMPLETE);
    }

    /** An account and region could not be read, so that nothing of it may be decided. */
    void unread(AccountRegion where, String why) {
        unread.add(where);
        unread(where, "images", why);
    }

    /** One source of an account and region could not be read. */
    synchronized void unread(AccountRegion where, String source, String why) {
        unreadSources.add(where, source, why);
        codes.add(ExitCode.INCOMPLETE);
    }

    /** Something of an account in no region could not be read. */
    synchronized void unread(String account, String source, String why) {
        unreadSources.add(account, source, why);
        codes.add(ExitCode.INCOMPLETE);
    }

    boolean wasRead(AccountRegion where) {
        return !unread.contains(where);
    }

    /** The run, or a part of it, stops here. */
    synchronized void stopped(ExitCode code, String sentence) {
        codes.add(code);
        stops.add(sentence);
    }

    /** The guard lets nothing of this account and region go. */
    void guarded(AccountRegion where) {
        guarded.add(where);
    }

    boolean isGuarded(AccountRegion where) {
        return guarded.contains(where);
    }

    /** The guard lets nothing of the whole run go. */
    void guardedRun() {
        guardedRun = true;
    }

    boolean isGuarded() {
        return guardedRun || !guarded.isEmpty();
    }

    /** Why the run stopped, or a live one would, where no exit code of ours says it. */
    synchronized void remark(String sentence) {
        stops.add(sentence);
    }

    void baseline(AccountRegion where, long images) {
        baselines.put(where, images);
    }

    @Nullable
    Long baseline(AccountRegion where) {
        return baselines.get(where);
    }

    /** The run ends with {@code code}, unless a graver one applies. */
    synchronized void ended(ExitCode code) {
        codes.add(code);
    }

    /** All that is missing as of now. */
    synchronized List<String> missing() {
        return Stream.concat(passing.stream(), lasting().stream()).sorted().toList();
    }

    /** What is missing for good: the run decided, or ended, without it. */
    synchronized List<String> lasting() {
        return Stream.concat(missing.stream(), unreadSources.sentences())
                .sorted()
                .toList();
    }

    /** Why the run stopped, in one text; null when it did not. */
    synchronized @Nullable String stopReason() {
        return stops.isEmpty() ? null : String.join("; ", stops);
    }

    synchronized ExitCode exitCode() {
        return ExitCode.gravest(codes);
    }
}
