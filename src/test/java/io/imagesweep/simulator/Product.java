package io.imagesweep.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The products of the cloud that are simulated; a request says by its version which it means. */
enum Product {
    ECS("2014-05-26", "Ecs", "ecs"),
    ESS("2014-08-28", "Ess", "ess"),
    STS("2015-04-01", "Sts", "sts");

    private final String version;
    private final String title;
    private final String ramPrefix;

    Product(String version, String title, String ramPrefix) {
        this.version = version;
        this.title = title;
        this.ramPrefix = ramPrefix;
    }

    static Optional<Product> ofVersion(String version) {
        return Arrays.stream(values())
                .filter(product -> product.version.equals(version))
                .findFirst();
    }

    String title() {
        return title;
    }

    String ramPrefix() {
        return ramPrefix;
    }

    Refusal missing(String parameter) {
        return this == STS
                ? ErrorCode.MISSING_NAMED.refusal(parameter)
                : ErrorCode.MISSING_PARAMETER.refusal(parameter);
    }
}
