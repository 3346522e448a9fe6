package io.imagesweep.alibaba;

import java.time.Duration;

/** A way to assume a role; its text names the role for people. */
interface Assumption {

    /**
     * Asks STS once for credentials that last for {@code lifetime}.
     *
     * @throws NoKeys where there is nothing to ask with
     */
    Reply ask(Duration lifetime);
}
