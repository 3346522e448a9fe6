package io.imagesweep.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads and writes the state's JSON; times may be written as periods before the start. */
final class Json {

    private Json() {}

    static JsonMapper mapper(Supplier<Instant> start) {
        var times = new SimpleModule("times").addDeserializer(Instant.class, new Times(start));
        return JsonMapper.builder()
                .addModule(times)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .changeDefaultPropertyInclusion(any -> JsonInclude.Value.ALL_NON_NULL)
                .build();
    }

    /** Reads one point in time; one that is not given is the start. */
    private static final class Times extends ValueDeserializer<Instant> {

        private final Supplier<Instant> start;

        Times(Supplier<Instant> start) {
            this.start = start;
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            return Moments.parse(parser.getString(), start.get());
        }

        @Override
        public Instant getNullValue(DeserializationContext context) {
            return start.get();
        }

        @Override
        public Instant getAbsentValue(DeserializationContext context) {
            return start.get();
        }
    }
}
