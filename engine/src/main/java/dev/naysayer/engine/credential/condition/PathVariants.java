package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credential.RequestLine;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** No credential, and a path that a router may take for the operation's while a guard does not. */
final class PathVariants {

    private static final Pattern LETTER = Pattern.compile("(?<!%)(?<!%[0-9A-Fa-f])[A-Za-z]");

    static final List<CredentialCondition> VARIANTS = List.of(
            spelt("path-trailing-slash", "a slash behind the path", path -> path + "/", PathVariants::endsWithSlash),
            spelt("path-double-slash", "a second slash before the path", path -> "/" + path),
            spelt("path-matrix-parameter", "a parameter ';a=b' behind the path", path -> path + ";a=b"),
            spelt(
                    "path-encoded-letter",
                    "the path's first letter percent-encoded",
                    PathVariants::firstLetterEncoded,
                    PathVariants::hasNoLetter),
            spelt(
                    "path-upper-case",
                    "the path in upper case",
                    path -> path.toUpperCase(Locale.ROOT),
                    PathVariants::hasNoLowerCase),
            spelt(
                    "path-dot-segment",
                    "a segment '.' behind the path",
                    path -> path + (path.endsWith("/") ? "." : "/.")),
            spelt("path-encoded-dot-segment", "an encoded slash and '..' behind the path", path -> path + "%2f.."),
            spelt("path-json-suffix", "'.json' behind the path", path -> path + ".json", PathVariants::endsWithSlash));

    private PathVariants() {}

    private static Variant spelt(String name, String meaning, UnaryOperator<String> spelling) {
        return spelt(name, meaning, spelling, operation -> null);
    }

    private static Variant spelt(
            String name,
            String meaning,
            UnaryOperator<String> spelling,
            Function<Operation, @Nullable String> exception) {
        ConditionInfo info = CarriageInfo.of(name, "no credential, and " + meaning)
                .appliesTo(Trait.ANY)
                .needs()
                // 301 and 308 may lead to the usual spelling, where the credential is asked for.
                .otherRequest(401, 403, 404, 405, 406, 400, 410, 501, 301, 308)
                .changes("credential", "path")
                .because(
                        "A guard and a router that read one path differently leave a way past the guard.",
                        Protection::refused);
        RequestLine line = new RequestLine(null, target -> ofPath(target, spelling));
        // What another path does with a method that may write nobody knows.
        return Variant.withoutToken(info, good -> Credential.NONE.withLine(line))
                .except(operation ->
                        operation.isSafe() ? exception.apply(operation) : operation.method() + " may change data");
    }

    private static String ofPath(String target, UnaryOperator<String> spelling) {
        int end = target.indexOf('?') < 0 ? target.length() : target.indexOf('?');
        return spelling.apply(target.substring(0, end)) + target.substring(end);
    }

    private static String firstLetterEncoded(String path) {
        Matcher letter = LETTER.matcher(path);
        return letter.replaceFirst(
                found -> String.format("%%%02X", (int) found.group().charAt(0)));
    }

    private static String path(Operation operation) {
        String path = operation.resource();
        for (var parameter : operation.pathParameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path;
    }

    private static @Nullable String endsWithSlash(Operation operation) {
        return path(operation).endsWith("/") ? "the path ends with a slash" : null;
    }

    private static @Nullable String hasNoLetter(Operation operation) {
        return LETTER.matcher(path(operation)).find() ? null : "the path has no letter";
    }

    private static @Nullable String hasNoLowerCase(Operation operation) {
        String path = path(operation);
        return path.equals(path.toUpperCase(Locale.ROOT)) ? "the path has no lower-case letter" : null;
    }
}
