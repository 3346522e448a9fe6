package io.imagesweep.policy;

/** A pattern in which {@code *} is any run of characters, {@code ?} is one code point, and all else is itself. */
record Glob(String text) implements TextPattern {

    boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    @Override
    public boolean fits(String value) {
        return new Walk(text, value).reachesTheEnd();
    }

    @Override
    public String toString() {
        return text;
    }

    /** A walk along a pattern and a value, which goes back to the last star alone: earlier ones took enough already. */
    private static final class Walk {

        private final String pattern;
        private final String value;
        private int next;
        private int at;
        private int star = -1;
        private int resume;

        Walk(String pattern, String value) {
            this.pattern = pattern;
            this.value = value;
        }

        boolean reachesTheEnd() {
            while (at < value.length()) {
                if (!step()) {
                    return false;
                }
            }
            while (isAtStar()) {
                next++;
            }
            return next == pattern.length();
        }

        private boolean step() {
            if (isAtStar()) {
                star = ++next;
                resume = at;
            } else if (fitsOne()) {
                next += Character.charCount(pattern.codePointAt(next));
                at += Character.charCount(value.codePointAt(at));
            } else if (star >= 0) {
                resume += Character.charCount(value.codePointAt(resume));
                at = resume;
                next = star;
            } else {
                return false;
            }
            return true;
        }

        private boolean isAtStar() {
            return next < pattern.length() && pattern.charAt(next) == '*';
        }

        private boolean fitsOne() {
            return next < pattern.length()
                    && (pattern.charAt(next) == '?' || pattern.codePointAt(next) == value.codePointAt(at));
        }
    }
}
