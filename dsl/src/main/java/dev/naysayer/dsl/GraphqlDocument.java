package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GraphQL document with one operation, read as far as a request needs it: what kind of operation it is, and where its first field stands.
 *
 * <p>Whether fields and types are right only the API knows, which has the schema.
 */
public final class GraphqlDocument {

    /** The lexical grammar of the GraphQL specification, appendix Grammar Summary; what is ignored has no group. */
    private static final Pattern TOKEN = Pattern.compile(
            "[\\s,\uFEFF]++|#[^\\n\\r]*+"
                    + "|(\"\"\"(?:[^\"\\\\]++|\\\\\"\"\"|\\\\|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\\n\\r]++|\\\\.)*+\"|[_A-Za-z][_0-9A-Za-z]*+|\\.\\.\\.|.)");

    private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");
    private static final int LONGEST_SHOWN = 40;
    private static final String FRAGMENT = "fragment";
    private static final String OPENING = "{([";
    private static final String CLOSING = "})]";

    /** It is none, and what to do about it. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        /** What helps, which no message holds. */
        public final String nextStep;

        Malformed(String message, String nextStep) {
            super(message);
            this.nextStep = nextStep;
        }
    }

    private record Piece(String text, int start, int end) {

        private boolean isName() {
            return Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
        }
    }

    private final String text;
    private final List<Piece> pieces;
    private final List<String> kinds = new ArrayList<>();
    private int selection = -1;

    private GraphqlDocument(String text) throws Malformed {
        this.text = text;
        this.pieces = pieces(text);
        int next = 0;
        while (next < pieces.size()) {
            next = definition(next);
        }
    }

    /**
     * Reads a document.
     *
     * @throws Malformed if it is empty, has not just one operation, or a bracket too many or too few
     */
    public static GraphqlDocument of(String text) throws Malformed {
        GraphqlDocument document = new GraphqlDocument(text);
        if (document.kinds.isEmpty()) {
            throw new Malformed(
                    "the document asks for nothing", "write what is asked for: graphql: \"{ me { name } }\"");
        }
        if (document.kinds.size() > 1) {
            throw new Malformed(
                    "the document has %d operations".formatted(document.kinds.size()),
                    "keep one of them: each operation of a suite asks for one");
        }
        return document;
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                pieces.add(new Piece(matcher.group(1), matcher.start(), matcher.end()));
            }
        }
        return pieces;
    }

    /** Where the definition that begins here ends. */
    private int definition(int first) throws Malformed {
        String kind = pieces.get(first).text();
        boolean brief = kind.equals("{");
        if (!brief && !OPERATIONS.contains(kind) && !kind.equals(FRAGMENT)) {
            throw new Malformed(
                    "'%s' begins no operation".formatted(Legible.shown(kind, LONGEST_SHOWN)),
                    "begin with '{', 'query' or 'mutation': graphql: \"{ me { name } }\"");
        }
        if (!kind.equals(FRAGMENT)) {
            kinds.add(brief ? "query" : kind);
        }
        int open = brief ? first : selectionOf(first + 1);
        int close = behindBracket(open);
        if (close - open == 2) {
            throw new Malformed("the braces are empty", "name a field between them: graphql: \"{ me { name } }\"");
        }
        selection = kind.equals(FRAGMENT) ? selection : open;
        return close;
    }

    private int selectionOf(int from) throws Malformed {
        int at = from;
        while (at < pieces.size() && !pieces.get(at).text().equals("{")) {
            at = OPENING.contains(pieces.get(at).text()) ? behindBracket(at) : at + 1;
        }
        if (at >= pieces.size()) {
            throw new Malformed("nothing is selected", "name fields in braces: graphql: \"query { me { name } }\"");
        }
        return at;
    }

    private int behindBracket(int opening) throws Malformed {
        StringBuilder open = new StringBuilder();
        for (int at = opening; at < pieces.size(); at++) {
            String piece = pieces.get(at).text();
            if (OPENING.contains(piece)) {
                open.append(CLOSING.charAt(OPENING.indexOf(piece)));
            } else if (CLOSING.contains(piece)) {
                if (open.charAt(open.length() - 1) != piece.charAt(0)) {
                    throw new Malformed(
                            "there is '%s' in place of '%s'".formatted(piece, open.charAt(open.length() - 1)),
                            "close each bracket by its own");
                }
                open.setLength(open.length() - 1);
                if (open.isEmpty()) {
                    return at + 1;
                }
            }
        }
        throw new Malformed(
                "'%s' is not closed".formatted(pieces.get(opening).text()),
                "end the document with '%s'".formatted(open.reverse()));
    }

    /** Whether its operation is a mutation; all others have no side effects (the GraphQL specification, section Operations). */
    public boolean mutates() {
        return kinds.contains("mutation");
    }

    /** The same with another name in the place of the first field's; empty where a fragment stands there. */
    public Optional<String> withFirstField(String suffix) {
        return firstField().map(field -> text.substring(0, field.end()) + suffix + text.substring(field.end()));
    }

    /** The same with its first field twice, each time under another name; empty where a fragment stands there. */
    public Optional<String> withAliases() {
        return firstField().map(field -> {
            String asked = text.substring(field.start(), endOf(pieces.indexOf(field)));
            return text.substring(0, pieces.get(selection + 1).start())
                    + "naysayer1: %s naysayer2: %s".formatted(asked, asked)
                    + text.substring(field.start() + asked.length());
        });
    }

    private Optional<Piece> firstField() {
        int first = selection + 1;
        if (!pieces.get(first).isName()) {
            return Optional.empty();
        }
        boolean hasAlias = pieces.get(first + 1).text().equals(":");
        return Optional.of(pieces.get(hasAlias ? first + 2 : first));
    }

    /** Behind its arguments, directives and selection: where the next field, a fragment or the end stands. */
    private int endOf(int name) {
        int at = name + 1;
        try {
            while (OPENING.contains(pieces.get(at).text())
                    || pieces.get(at).text().equals("@")) {
                at = pieces.get(at).text().equals("@") ? at + 2 : behindBracket(at);
            }
        } catch (Malformed e) {
            throw new IllegalStateException("was read before", e);
        }
        return pieces.get(at - 1).end();
    }
}
