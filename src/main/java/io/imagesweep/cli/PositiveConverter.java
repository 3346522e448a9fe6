package io.imagesweep.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1. */
final class PositiveConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) < 1) {
            throw new TypeConversionException("'" + value + "' is not a whole number from 1");
        }
        return Long.parseLong(value);
    }
}
