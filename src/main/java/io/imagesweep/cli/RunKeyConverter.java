package io.imagesweep.cli;

import io.imagesweep.ledger.RunKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a run key. */
final class RunKeyConverter implements ITypeConverter<RunKey> {

    @Override
    public RunKey convert(String value) {
        try {
            return new RunKey(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
