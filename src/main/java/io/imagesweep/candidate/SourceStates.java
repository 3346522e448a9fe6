package io.imagesweep.candidate;

import java.util.Map;
import java.util.stream.Collectors;

/** How well the sources of accounts and regions were read last. */
public final class SourceStates {

    /** Nothing was ever read. */
    public static final SourceStates NONE = new SourceStates(Map.of());

    private final Map<AccountRegion, Map<ReferenceSource, SourceState>> states;

    public SourceStates(Map<AccountRegion, Map<ReferenceSource, SourceState>> states) {
        this.states = states.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    /** Gives the state of one source; {@link SourceState#NEVER} where nothing is known of it. */
    public SourceState of(AccountRegion where, ReferenceSource source) {
        return states.getOrDefault(where, Map.of()).getOrDefault(source, SourceState.NEVER);
    }
}
