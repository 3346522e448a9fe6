package io.imagesweep.simulator;

import java.util.List;
import java.util.Optional;

/** One action of the API; its class has its name. */
interface Action {

    default String name() {
        return getClass().getSimpleName();
    }

    ParameterTable parameters();

    /** The ARNs that RAM is asked about, each of which must be allowed; none: RAM is not asked. */
    List<String> resources(Call call);

    /** Answers a call whose parameters are well formed, or throws a {@link Refusal}. */
    Answer answer(Call call);

    /** It changes something when it succeeds. */
    default boolean changes() {
        return false;
    }

    /** Whom a call of it is taken to be from that nobody signed; empty: it must be signed. */
    default Optional<Caller> unsignedCaller(Arguments arguments) {
        return Optional.empty();
    }

    default Product product() {
        return parameters().product();
    }
}
