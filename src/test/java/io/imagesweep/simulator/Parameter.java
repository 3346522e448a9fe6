package io.imagesweep.simulator;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One documented parameter of an action.
 *
 * @param valid what its value must be like
 * @param refusal what is answered when it is not
 * @param parts of each entry of a list of structures
 * @param most entries of a list
 * @param overflow what is answered when there are more
 */
record Parameter(
        String name,
        Type type,
        Presence presence,
        Predicate<String> valid,
        Supplier<Refusal> refusal,
        List<Parameter> parts,
        int most,
        Supplier<Refusal> overflow) {

    /** Whether a parameter must be there. */
    enum Presence {
        OPTIONAL,
        REQUIRED,
        REQUIRED_BUT_MAY_BE_EMPTY
    }

    /** The types of the API's metadata. */
    enum Type {
        STRING,
        BOOLEAN,
        INTEGER,
        LONG,
        REPEAT_LIST,
        STRUCT
    }

    static Parameter text(String name) {
        return of(name, Type.STRING, any -> true);
    }

    static Parameter flag(String name) {
        return of(name, Type.BOOLEAN, text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
    }

    static Parameter integer(String name) {
        return of(name, Type.INTEGER, text -> text.matches("-?\\d{1,9}"));
    }

    static Parameter number(String name) {
        return of(name, Type.LONG, text -> text.matches("-?\\d{1,18}"));
    }

    static Parameter struct(String name) {
        return of(name, Type.STRUCT, any -> true);
    }

    static Parameter list(String name, int most, Parameter... parts) {
        return of(name, Type.REPEAT_LIST, any -> true).parts(List.of(parts), most);
    }

    Parameter mandatory() {
        return present(Presence.REQUIRED);
    }

    Parameter mandatoryOrEmpty() {
        return present(Presence.REQUIRED_BUT_MAY_BE_EMPTY);
    }

    boolean required() {
        return presence != Presence.OPTIONAL;
    }

    private Parameter present(Presence newPresence) {
        return new Parameter(name, type, newPresence, valid, refusal, parts, most, overflow);
    }

    Parameter oneOf(ErrorCode otherwise, String... values) {
        return where(Set.of(values)::contains, () -> otherwise.refusal(name));
    }

    Parameter between(ErrorCode otherwise, long least, long greatest) {
        Predicate<String> inside =
                text -> valid.test(text) && least <= Long.parseLong(text) && Long.parseLong(text) <= greatest;
        return where(inside, () -> otherwise.refusal(name));
    }

    Parameter where(Predicate<String> newValid, Supplier<Refusal> otherwise) {
        return new Parameter(name, type, presence, newValid, otherwise, parts, most, overflow);
    }

    Parameter otherwise(Supplier<Refusal> newOverflow) {
        return new Parameter(name, type, presence, valid, refusal, parts, most, newOverflow);
    }

    private Parameter parts(List<Parameter> newParts, int newMost) {
        return new Parameter(name, type, presence, valid, refusal, newParts, newMost, overflow);
    }

    private static Parameter of(String name, Type type, Predicate<String> valid) {
        Supplier<Refusal> refusal = () -> ErrorCode.INVALID_PARAMETER.refusal(name);
        return new Parameter(name, type, Presence.OPTIONAL, valid, refusal, List.of(), Integer.MAX_VALUE, refusal);
    }
}
