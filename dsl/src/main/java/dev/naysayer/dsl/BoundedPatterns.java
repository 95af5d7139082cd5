package dev.naysayer.dsl;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import com.networknt.schema.regex.RegularExpressions;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expressions of one schema, which give up where they try too much.
 *
 * <p>Some expressions take a time for a text that doubles with each of its characters. What reads a text one character at a
 * time can count.
 */
public final class BoundedPatterns implements RegularExpressionFactory {

    /** How many characters all expressions of a schema may look at for one body: some tenths of a second. */
    private static final long MOST_LOOKS = 20_000_000;

    /** Looks at the whole of a text would be too many. */
    static final class GaveUp extends RuntimeException {

        private static final long serialVersionUID = 1;

        GaveUp() {
            super("a pattern takes too long", null, false, false);
        }
    }

    private long looks;

    /** What is wrong with an expression, if anything is. */
    public static Optional<String> fault(String pattern) {
        try {
            compiled(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("it cannot be read");
        }
    }

    /** To be called before each body. */
    void begin() {
        looks = 0;
    }

    @Override
    public RegularExpression getRegularExpression(String pattern) {
        Pattern compiled = compiled(pattern);
        return text -> compiled.matcher(new Counted(text)).find();
    }

    /** As the library does it: an ECMAScript expression in the JDK's words. */
    private static Pattern compiled(String pattern) {
        return Pattern.compile(RegularExpressions.replaceLongformCharacterProperties(
                RegularExpressions.replaceDollarAnchors(pattern)));
    }

    private final class Counted implements CharSequence {

        private final CharSequence text;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MOST_LOOKS
                    || (looks % 4096 == 0 && Thread.currentThread().isInterrupted())) {
                throw new GaveUp();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
