package io.imagesweep.cli;

import io.imagesweep.ledger.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a part of a run: {@code i/N}, or {@code N} in a pod of a Kubernetes Indexed Job, which knows its own number. */
final class ShardConverter implements ITypeConverter<Shard> {

    private static final String INDEX = "JOB_COMPLETION_INDEX";

    private final @Nullable String index;

    /** Used by picocli. */
    ShardConverter() {
        this(System.getenv(INDEX));
    }

    ShardConverter(@Nullable String index) {
        this.index = index;
    }

    @Override
    public Shard convert(String value) {
        if (!value.contains("/") && index == null) {
            throw new TypeConversionException("'" + value + "' is no i/N, and " + INDEX + " is not set: write 0/"
                    + value + " for the first part");
        }
        try {
            return Shard.of(value.contains("/") ? value : index + "/" + value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
