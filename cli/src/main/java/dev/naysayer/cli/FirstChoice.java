package dev.naysayer.cli;

import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.openapi.DocumentOutline;
import dev.naysayer.dsl.openapi.DocumentOutline.Described;
import dev.naysayer.dsl.openapi.DocumentOutline.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a document a first suite tests, and why not the rest.
 *
 * @param tested operations that only read and ask for credentials that a suite can present
 * @param leftOut reasons, by names of operations and of security schemes
 * @param open operations of which the document says that nobody needs a credential
 * @param changing operations that may change something
 * @param credentials security schemes by which the tested operations are opened
 * @param assumed what all ask for where the document says nothing of that, or null where it does
 */
record FirstChoice(
        List<Described> tested,
        Map<String, String> leftOut,
        List<Described> open,
        List<Described> changing,
        List<Scheme> credentials,
        @Nullable String assumed) {

    private static final Position NOWHERE = new Position("", 1, 1);

    /** What credentials of a suite may be called. */
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?";

    /**
     * Chooses.
     *
     * @param unusable what the reader of suites cannot use, by the names of operations and schemes, with the reason
     * @param otherwise how credentials travel where the document says nothing of it
     */
    static FirstChoice of(DocumentOutline document, Map<String, String> unusable, FirstSuite.Scheme otherwise) {
        return new Choosing(document, unusable).choose(otherwise);
    }

    private static final class Choosing {

        private final DocumentOutline document;
        private final Map<String, Scheme> schemes;
        private final Map<String, String> leftOut = new LinkedHashMap<>();
        private final List<Described> tested = new ArrayList<>();
        private final List<Described> open = new ArrayList<>();

        Choosing(DocumentOutline document, Map<String, String> unusable) {
            this.document = document;
            this.schemes = document.schemes().stream()
                    .collect(Collectors.toMap(Scheme::name, Function.identity(), (one, other) -> one));
            this.leftOut.putAll(unusable);
        }

        FirstChoice choose(FirstSuite.Scheme otherwise) {
            List<Described> reading =
                    document.operations().stream().filter(Choosing::isReading).toList();
            List<Described> changing =
                    document.operations().stream().filter(it -> !isReading(it)).toList();
            boolean asks = document.operations().stream().anyMatch(it -> !it.isPublic());
            if (asks) {
                leaveOutSchemes(reading);
            }
            for (Described it : reading) {
                reason(it, asks).ifPresentOrElse(why -> leftOut.putIfAbsent(it.name(), why), () -> tested.add(it));
            }
            // In a path '*' is a letter as any other, and in 'exclude' it stands for any text.
            List<OperationPattern> patterns = leftOut.keySet().stream()
                    .filter(it -> !schemes.containsKey(it))
                    .map(OperationPattern::new)
                    .toList();
            tested.removeIf(it -> patterns.stream().anyMatch(pattern -> pattern.fits(it.name())));
            Scheme assumed = asks ? null : assumed(otherwise);
            return new FirstChoice(
                    tested,
                    leftOut,
                    open,
                    changing,
                    assumed == null ? credentials() : List.of(assumed),
                    assumed == null ? null : assumed.name());
        }

        private static boolean isReading(Described it) {
            return it.name().startsWith("GET ") || it.name().startsWith("HEAD ");
        }

        /** The first that a suite can present, else one that the document does not have. */
        private Scheme assumed(FirstSuite.Scheme otherwise) {
            return document.schemes().stream()
                    .filter(it -> whyNot(it).isEmpty())
                    .findFirst()
                    .orElseGet(() -> new Scheme(
                            otherwise.toString(),
                            "",
                            otherwise.toString(),
                            null,
                            null,
                            null,
                            new DocumentOutline.Extent(NOWHERE, NOWHERE)));
        }

        private void leaveOutSchemes(List<Described> reading) {
            for (Scheme scheme : document.schemes()) {
                List<Set<String>> uses = reading.stream()
                        .flatMap(it -> it.alternatives().stream())
                        .filter(it -> it.contains(scheme.name()))
                        .toList();
                // Beside others it is passed over, and whoever leaves it out leaves them out as well.
                boolean isPassedOver = scheme.isOfConnection() && uses.stream().anyMatch(it -> it.size() > 1);
                if (!uses.isEmpty() && !isPassedOver) {
                    whyNot(scheme).ifPresent(why -> leftOut.putIfAbsent(scheme.name(), why));
                }
            }
        }

        private Optional<String> whyNot(Scheme scheme) {
            Optional<String> known = Optional.ofNullable(leftOut.get(scheme.name()));
            if (known.isPresent()) {
                return known;
            }
            if (scheme.isOfConnection()) {
                return Optional.of("A client certificate is presented by the connection, and no condition varies it.");
            }
            if (scheme.travels() == null) {
                return Optional.of("No suite can present what travels like this: %s.".formatted(scheme.type()));
            }
            return scheme.name().matches(NAME) && !scheme.name().equals("none")
                    ? Optional.empty()
                    : Optional.of(
                            "No credential of a suite can have this name: letters, digits, '-', '.' and '_' can.");
        }

        private Optional<String> reason(Described it, boolean asks) {
            Optional<String> known = Optional.ofNullable(leftOut.get(it.name()));
            if (known.isPresent()) {
                return known;
            }
            if (it.elsewhere()) {
                return Optional.of("It has servers of its own, and a suite has one target.");
            }
            if (it.isPublic() && (asks || it.asks())) {
                open.add(it);
                return Optional.of(
                        it.asks()
                                ? "The document says that nobody needs a credential. Is it meant so? Then it belongs to 'public'."
                                : "The document does not say what it asks for. Nothing? Then it belongs to 'public'.");
            }
            return asks ? notPresentable(it) : Optional.empty();
        }

        private Optional<String> notPresentable(Described it) {
            List<Set<String>> usable = usable(it);
            if (usable.isEmpty()) {
                return Optional.of("All that opens it is left out.");
            }
            return usable.stream()
                    .flatMap(together -> together.stream()
                            .filter(name ->
                                    !schemes.containsKey(name) || (together.size() == 1 && isOfConnection(name))))
                    .findFirst()
                    .map(name -> schemes.containsKey(name)
                            ? "A client certificate alone opens it, and no condition varies that."
                            : "The document has no security scheme %s.".formatted(name));
        }

        private boolean isOfConnection(String name) {
            Scheme scheme = schemes.get(name);
            return scheme != null && scheme.isOfConnection();
        }

        private List<Set<String>> usable(Described it) {
            return it.alternatives().stream()
                    .filter(together -> together.stream().noneMatch(leftOut::containsKey))
                    .toList();
        }

        /** What nothing requires must not be there. */
        private List<Scheme> credentials() {
            Set<String> names = new LinkedHashSet<>();
            tested.forEach(it -> usable(it).forEach(names::addAll));
            return document.schemes().stream()
                    .filter(it -> names.contains(it.name()) && !it.isOfConnection())
                    .toList();
        }
    }
}
