package io.imagesweep.cli;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration above zero, as {@code 90m} or {@code PT90M}. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        try {
            var duration = DurationStyle.detectAndParse(value);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (IllegalArgumentException _) {
            // said below, in our own words
        }
        throw new TypeConversionException("'" + value + "' is not a duration above zero, as 90m or PT90M");
    }
}
