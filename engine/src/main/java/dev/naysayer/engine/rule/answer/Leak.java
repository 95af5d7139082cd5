package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.PlacedText;
import dev.naysayer.engine.evidence.TargetHost;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error must not tell of the inside of an API.
 *
 * <p>Each constant is a rule. They differ in nothing but their words and in what they look for, so they share one class,
 * and an id is the constant's name. {@link LeakPatterns} holds what is looked for.
 */
@SuppressWarnings("ImmutableEnumChecker") // words and patterns never change
enum Leak implements Rule {
    NO_STACK_TRACE(
            LeakPatterns.STACK_TRACES,
            false,
            info("no-stack-trace", "An error shows no stack trace and no exception")
                    .why("It tells which libraries and versions to attack, and which check of the credential failed.")
                    .clients("They show it to users and write it to logs; nobody can act on it.")
                    .fix("Turn off traces in error answers, and log them under an id that the answer may carry.")),
    NO_DATABASE_ERROR(
            LeakPatterns.DATABASE_ERRORS,
            false,
            info("no-database-error", "An error shows neither a query nor what a database said")
                    .why("It tells tables and columns, and that what was sent reached a query.")
                    .clients("They show it to users and write it to logs; an attacker reads the schema from it.")
                    .fix("Catch what the driver throws, log it, and answer with a sentence of your own.")),
    NO_FILE_PATH(
            LeakPatterns.FILE_PATHS,
            false,
            info("no-file-path", "An error shows no path of the server's files")
                    .why("It tells how the server is laid out, which other attacks need to know.")
                    .clients("They can do nothing with a path on another machine; attackers can.")
                    .fix("Name what is wrong in the request; keep names of files in the log.")),
    NO_INTERNAL_HOST(
            LeakPatterns.INTERNAL_HOSTS,
            false,
            info("no-internal-host", "An error shows no internal host or address")
                    .why("It maps the network behind the API, and a redirect to such a host leads nowhere.")
                    .clients("They follow a link to a host that they cannot reach, and time out.")
                    .fix(
                            "Build links from the public address, and let a proxy pass it on; keep other hosts in the log.")),
    NO_TOKEN_ORACLE(
            LeakPatterns.TOKEN_FACTS,
            false,
            info("no-token-oracle", "An error does not say what a good token would hold")
                    .why("Expected issuer, audience and key id are a recipe for whoever forges tokens.")
                    .clients("A client that could act on it knows these values already.")
                    .fix("Use one sentence for every bad credential, and log which check failed.")),
    NO_SCHEMA_HINT(
            LeakPatterns.SCHEMA_HINTS,
            true,
            info("no-schema-hint", "An error does not tell a stranger what the GraphQL schema holds")
                    .why(
                            "Suggestions and names of types draw the schema for whoever is not let in, also where introspection is off.")
                    .clients("Who develops one has the schema; users can do nothing with it.")
                    .fix("Look at the credential before the document is validated, and switch suggestions off.")),
    NO_PRODUCT_VERSION(
            LeakPatterns.PRODUCT_VERSIONS,
            true,
            rule("no-product-version", ADVICE, SpecReference.rfc(9110, "10.2.4"))
                    .summary("An error body names no product with its version")
                    .why("Whoever knows the version looks up its published holes.")
                    .clients("They ignore it; scanners collect it.")
                    .fix("Replace the default error pages of servers and proxies, and switch their signatures off."));

    /** What leaks does so at the beginning; a search through a hostile mebibyte would hold up the run. */
    private static final int SEARCHED = 10_000;

    /** So many characters of all texts of an answer together: a hostile one may have thousands of them. */
    private static final int SEARCHED_IN_ALL = 100_000;

    private static final int BEFORE = 15;
    private static final int SHOWN = 60;

    private static final int MOST_REMEMBERED = 500;
    private static final int LONGEST_REMEMBERED = 2000;

    private final Set<String> clean = ConcurrentHashMap.newKeySet();
    private final List<Pattern> patterns;
    private final boolean bodyOnly;
    private final RuleInfo info;

    Leak(List<Pattern> patterns, boolean bodyOnly, RuleInfo info) {
        this.patterns = patterns;
        this.bodyOnly = bodyOnly;
        this.info = info;
    }

    private static RuleInfo.Builder.Why info(String id, String summary) {
        return rule(id, SECURITY_ADVICE, SpecReference.asvs("16.5.1")).summary(summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    /** Error pages are those of the server; what else leaks does so where one request went wrong. */
    @Override
    public boolean isToldOnce() {
        return this == NO_PRODUCT_VERSION;
    }

    /** Who is known and lacks a right may know the schema, and to say that it has no such field may be how it is refused. */
    @Override
    public boolean concerns(ContractCase it) {
        return this != NO_SCHEMA_HINT || it.condition().info().kind() != CauseKind.NO_RIGHT;
    }

    /** A crash, a redirect, and a success that is not the resource tell as much as a refusal does. */
    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        String silence = Served.perhapsResource(it, evidence);
        if (silence != null) {
            return notApplicable(silence);
        }
        List<PlacedText> texts = evidence.texts().stream()
                .filter(text -> text.body() || !bodyOnly)
                .toList();
        if (texts.isEmpty()) {
            return notApplicable(bodyOnly ? "the body has no text" : "there is neither a header nor a body");
        }
        int left = SEARCHED_IN_ALL;
        for (PlacedText text : texts) {
            int searched = Math.min(text.text().length(), Math.min(left, SEARCHED));
            left -= searched;
            OptionalInt hit = hit(text.text().substring(0, searched), evidence.target());
            if (hit.isPresent()) {
                return violated(expected(), "%s: %s".formatted(text.place(), excerpt(text.text(), hit.getAsInt())));
            }
        }
        return passed();
    }

    /** Where the first one begins that is not the target's own name. */
    private OptionalInt hit(String text, TargetHost target) {
        if (clean.contains(text)) {
            return OptionalInt.empty();
        }
        boolean known = false;
        Matcher search = patterns.get(0).matcher(text);
        for (Pattern pattern : patterns) {
            search.usePattern(pattern).reset();
            while (search.find()) {
                known = true;
                // Where a pattern has a group, that is what leaks, and the rest is how it is known.
                if (!target.isCalled(search.group(search.groupCount()))) {
                    return OptionalInt.of(search.start(search.groupCount()));
                }
            }
        }
        if (!known) {
            remember(text);
        }
        return OptionalInt.empty();
    }

    /** An API says the same to most cases, and no target makes a leak of what looks like none. */
    private void remember(String text) {
        if (text.length() <= LONGEST_REMEMBERED) {
            if (clean.size() >= MOST_REMEMBERED) {
                clean.clear();
            }
            clean.add(text);
        }
    }

    private String expected() {
        return this == NO_TOKEN_ORACLE
                ? "nothing of what a good token holds"
                : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Short, since a whole trace helps nobody in a finding; one line, since a report is made of lines. */
    private static String excerpt(String text, int hit) {
        int start = Math.max(0, hit - BEFORE);
        int end = Math.min(text.length(), start + SHOWN);
        return (start > 0 ? "…" : "")
                + text.substring(start, end).replaceAll("[\\s\\p{Cntrl}]+", " ").strip()
                + (end < text.length() ? "…" : "");
    }
}
