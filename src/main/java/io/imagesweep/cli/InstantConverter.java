package io.imagesweep.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant, as {@code 2026-12-01T00:00:00Z} or with an offset. */
final class InstantConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException _) {
            throw new TypeConversionException("'" + value + "' is not an instant, as 2026-12-01T00:00:00Z");
        }
    }
}
