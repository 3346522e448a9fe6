package io.imagesweep.simulator;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The comparisons a policy's condition may make: each reads what is wanted, and says what is there meets it. */
final class ConditionOperator {

    private static final Map<String, Function<String, Predicate<String>>> BY_NAME = Map.ofEntries(
            Map.entry("StringEquals", wanted -> wanted::equals),
            Map.entry("StringEqualsIgnoreCase", wanted -> wanted::equalsIgnoreCase),
            Map.entry("StringLike", wanted -> new Glob(wanted)::matches),
            Map.entry("Bool", wanted -> wanted::equalsIgnoreCase),
            Map.entry("IpAddress", ConditionOperator::inNetwork),
            Map.entry("NumericEquals", wanted -> number(wanted, order -> order == 0)),
            Map.entry("NumericLessThan", wanted -> number(wanted, order -> order < 0)),
            Map.entry("NumericLessThanEquals", wanted -> number(wanted, order -> order <= 0)),
            Map.entry("NumericGreaterThan", wanted -> number(wanted, order -> order > 0)),
            Map.entry("NumericGreaterThanEquals", wanted -> number(wanted, order -> order >= 0)),
            Map.entry("DateEquals", wanted -> date(wanted, order -> order == 0)),
            Map.entry("DateLessThan", wanted -> date(wanted, order -> order < 0)),
            Map.entry("DateLessThanEquals", wanted -> date(wanted, order -> order <= 0)),
            Map.entry("DateGreaterThan", wanted -> date(wanted, order -> order > 0)),
            Map.entry("DateGreaterThanEquals", wanted -> date(wanted, order -> order >= 0)));

    private ConditionOperator() {}

    static Predicate<String> test(String operator, String wanted) {
        var test = BY_NAME.get(operator);
        if (test == null) {
            throw new IllegalArgumentException("a policy's Condition has no operator " + operator);
        }
        try {
            return test.apply(wanted);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a policy's Condition: not a value for " + operator + ": " + wanted, e);
        }
    }

    private static Predicate<String> number(String wanted, IntPredicate order) {
        return ordered(BigDecimal::new, wanted, order);
    }

    private static Predicate<String> date(String wanted, IntPredicate order) {
        return ordered(text -> OffsetDateTime.parse(text).toInstant(), wanted, order);
    }

    /** What cannot be read meets nothing. */
    private static <T extends Comparable<T>> Predicate<String> ordered(
            Function<String, T> reader, String wanted, IntPredicate order) {
        var limit = reader.apply(wanted);
        return actual -> {
            try {
                return order.test(reader.apply(actual).compareTo(limit));
            } catch (NumberFormatException | DateTimeException e) {
                return false;
            }
        };
    }

    private static Predicate<String> inNetwork(String network) {
        int slash = network.indexOf('/');
        var address = slash < 0 ? network : network.substring(0, slash);
        int bits = slash < 0 ? (address.contains(":") ? 128 : 32) : Integer.parseInt(network.substring(slash + 1));
        var rule = new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
        return actual -> rule.matches(new InetSocketAddress(actual, 0));
    }
}
