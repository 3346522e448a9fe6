package io.imagesweep.cli;

import io.imagesweep.ledger.RunId;
import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a run. */
final class RunIdConverter implements ITypeConverter<RunId> {

    @Override
    public RunId convert(String value) {
        try {
            return new RunId(UUID.fromString(value));
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException("'" + value + "' is not the id of a run: see imagesweep runs");
        }
    }
}
