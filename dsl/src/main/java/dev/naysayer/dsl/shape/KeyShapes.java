package dev.naysayer.dsl.shape;

import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.format.KeyWords;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.read.BrowsersParser;
import dev.naysayer.dsl.read.CredentialParser;
import dev.naysayer.dsl.read.EnvironmentsParser;
import dev.naysayer.dsl.read.ExistenceParser;
import dev.naysayer.dsl.read.GroupParser;
import dev.naysayer.dsl.read.OwnConditionParser;
import dev.naysayer.dsl.read.PartsReader;
import dev.naysayer.dsl.read.RefusalParser;
import dev.naysayer.dsl.read.RequestParser;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may stand behind each key, as JSON Schema. A key of which nothing is known here is told by its {@link Key.Kind}: so each key of
 * {@link Format} is one of the schema, too.
 */
final class KeyShapes {

    private static final String SCENARIO = "scenario";
    private static final String RULES = "rules";
    private static final String REQUIRES = "requires";
    private static final String CONDITIONS = "conditions";
    private static final String REQUEST_FIELDS = "request-fields";
    private static final String REQUEST_HEADERS = "request-headers";

    /** Keys of a suite behind which nothing means the empty mapping or list. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("headers", "query", "refusals", "denied", "waivers");

    /** What YAML takes for a reason and is none. */
    private static final String REASON = "^(?!(true|false|yes|no|on|off)$)[\\s\\S]*\\S";

    private final Vocabulary vocabulary;
    private final ObjectNode definitions;
    private final CredentialShapes credentials;
    private final NamedShapes named;
    private final PromiseShapes promises;
    private final WaiverShapes waivers;

    /** @param definitions is filled with what several keys share */
    KeyShapes(Vocabulary vocabulary, Function<String, String> meaning, ObjectNode definitions) {
        this.vocabulary = vocabulary;
        this.definitions = definitions;
        this.credentials = new CredentialShapes(vocabulary, this);
        this.named = new NamedShapes(vocabulary, meaning, this);
        this.promises = new PromiseShapes(this);
        this.waivers = new WaiverShapes(vocabulary, this);
    }

    /** A mapping of a form: its keys and no others. */
    ObjectNode mapping(Form form) {
        ObjectNode schema = Schemas.types("object");
        ObjectNode properties = schema.putObject("properties");
        add(form, properties);
        if (!form.required().isEmpty()) {
            form.required().stream().map(Key::name).forEach(schema.putArray("required")::add);
        }
        if (form.equals(Format.BODY)) {
            schema.putObject("patternProperties").set("^(/([^~/]|~[01])*)+$", promises.member());
        }
        return schema.put("additionalProperties", false);
    }

    private void add(Form form, ObjectNode properties) {
        for (Key key : form.keys()) {
            Stream.concat(Stream.of(key.name()), key.alike().stream().sorted())
                    .forEach(name -> properties.set(name, told(key, shape(form, key))));
        }
        if (form.others() != null) {
            add(form.others(), properties);
        }
    }

    /** With what an editor shows of it. */
    ObjectNode told(Key key, ObjectNode schema) {
        String words = KeyWords.of(key);
        if (!words.isEmpty()) {
            schema.put("description", words);
        }
        KeyWords.example(key).ifPresent(example -> schema.set("examples", Schemas.json(List.of(example))));
        return schema;
    }

    /** The same schema at several places; made when it is first asked for. */
    ObjectNode shared(String name, Function<String, ObjectNode> schema) {
        if (!definitions.has(name)) {
            // One that contains itself finds its name taken.
            definitions.putObject(name);
            definitions.set(name, schema.apply(name));
        }
        return Schemas.ref(name);
    }

    private ObjectNode shape(Form form, Key key) {
        ObjectNode own = own(form, key.name());
        ObjectNode shape = own == null ? ofKind(key.kind()) : own;
        boolean mayBeTakenAway =
                List.of(Format.SUITE, Format.ENVIRONMENT, PartsReader.FORM).contains(form)
                        && key.missing() == null
                        && key.kind() != Key.Kind.LIST;
        return mayBeTakenAway || (own == null && key.kind() == Key.Kind.MAPPING) ? Schemas.orNothing(shape) : shape;
    }

    private static ObjectNode ofKind(Key.Kind kind) {
        return switch (kind) {
            case TEXT -> Schemas.text();
            case TEXTS -> Schemas.oneOrMore(Schemas.text());
            case MAPPING -> Schemas.types("object");
            case LIST -> Schemas.list(Schemas.object());
            case ANY -> Schemas.object();
        };
    }

    private @Nullable ObjectNode own(Form form, String key) {
        if (form.equals(Format.OPERATION)) {
            return ofOperation(key);
        }
        if (form.equals(Format.DOCUMENT)) {
            return ofDocument(key);
        }
        if (form.equals(Format.SCENARIO)) {
            return promises.ofScenario(key);
        }
        if (form.equals(Format.CONDITION)) {
            return key.equals("kind") ? Schemas.oneOf(OwnConditionParser.KINDS) : Schemas.words();
        }
        if (form.equals(Format.REFUSALS) || form.equals(Format.OPERATION_REFUSALS)) {
            return key.equals("order")
                    ? Schemas.oneOf(RefusalParser.ORDERS)
                    : Schemas.orNothing(shared(SCENARIO, it -> mapping(Format.SCENARIO)));
        }
        if (form.equals(Format.GROUP)) {
            return key.equals("take") ? Schemas.oneOf(GroupParser.AMOUNTS) : Schemas.oneOrMore(named.condition());
        }
        if (form.equals(Format.RULE_CHOICE)) {
            return key.equals("level") ? Schemas.oneOf(vocabulary.rules().levels()) : Schemas.words();
        }
        if (form.equals(Format.WAIVER) || form.equals(Format.SHARED_WAIVER)) {
            return waivers.of(key);
        }
        if (form.equals(Format.LIMITS)) {
            return switch (key) {
                case "attempts" -> Schemas.any(Schemas.number(2, 100), Schemas.matching("[1-9]\\d{0,2}"));
                case "wait" -> Schemas.any(Schemas.number(1, 600), Schemas.matching("[1-9]\\d{0,2}"));
                case "status" -> Schemas.object().set("enum", Schemas.json(List.of(401, 429, "401", "429")));
                default -> null;
            };
        }
        if (form.equals(Format.WAIVERS)) {
            return waivers.ofFile();
        }
        if (form.equals(Format.BROWSERS)) {
            return key.equals("credentials") ? Schemas.oneOf(BrowsersParser.MODES) : null;
        }
        return ofSuite(form, key);
    }

    private @Nullable ObjectNode ofSuite(Form form, String key) {
        return switch (key) {
            case Format.USE -> Schemas.oneOrMore(Schemas.matching("((?!\\$\\{).)*\\.part\\.yaml"));
            case Format.ENVIRONMENTS ->
                Schemas.named(Schemas.orNothing(shared("environment", it -> mapping(Format.ENVIRONMENT))))
                        .set("propertyNames", Schemas.matching(EnvironmentsParser.NAME))
                        .put("maxProperties", EnvironmentsParser.MOST);
            case "tags" -> tags();
            case "leeway" -> Schemas.any(Schemas.number(0, 3600), Schemas.matching("0|[1-9]\\d{0,3}"));
            case "allow-plain-http", "keep-bodies" ->
                Schemas.types("string", "number").put("pattern", REASON);
            case "credentials" -> shared(key, it -> credentials.credentials());
            case "subjects" -> shared(key, it -> credentials.subjects());
            case "objects" -> Schemas.named(Schemas.orNothing(Schemas.named(Schemas.text())));
            case "existence" -> Schemas.oneOf(ExistenceParser.KNOWN);
            case REQUIRES -> requires();
            case CONDITIONS -> conditions();
            case "denied" -> shared(SCENARIO, it -> mapping(Format.SCENARIO));
            case "headers" -> requestHeaders();
            case "query" -> requestFields();
            case Format.OPERATIONS -> Schemas.any(operations(), shared("document", it -> mapping(Format.DOCUMENT)));
            case "refusals" -> shared(key, it -> mapping(Format.REFUSALS));
            case "profiles" -> Schemas.oneOrMore(Schemas.any(profile(), Schemas.matching(".*\\.profile\\.yaml")));
            case "extends", "contradicts" -> Schemas.oneOrMore(profile());
            case RULES -> shared(key, it -> named.rules());
            case "limits" -> shared(key, it -> mapping(Format.LIMITS));
            case "probes" -> Schemas.oneOrMore(Schemas.oneOf(vocabulary.rules().probes()));
            case "browsers" ->
                Schemas.any(Schemas.oneOrMore(Schemas.text()), shared("browsers", it -> mapping(Format.BROWSERS)));
            case "scenarios" -> Schemas.list(shared("scenario-item", it -> named.scenario()));
            case "expectations" -> Schemas.list(named.expectation());
            case "waivers" -> waivers.of(form);
            case "profile", "summary" -> Schemas.words();
            default -> null;
        };
    }

    private ObjectNode operations() {
        return Schemas.list(shared("operation", it -> named.operation()));
    }

    private @Nullable ObjectNode ofDocument(String key) {
        return switch (key) {
            case Format.OPENAPI -> Schemas.matching("(?!https?://)((?!\\$\\{).)*");
            case "exclude" -> Schemas.named(Schemas.words());
            case "values" -> Schemas.named(Schemas.text());
            case "also" -> operations();
            default -> null;
        };
    }

    private @Nullable ObjectNode ofOperation(String key) {
        return switch (key) {
            case "existence" -> Schemas.oneOf(ExistenceParser.KNOWN);
            case REQUIRES -> requires();
            case "kind" -> Schemas.oneOf(OperationKind.names());
            case "name" -> Schemas.matching("[A-Za-z0-9][A-Za-z0-9_./:-]{0,99}");
            case "mutates" -> Schemas.object().set("enum", Schemas.json(List.of(true, false, "true", "false")));
            case "control" ->
                Schemas.any(
                        Schemas.number(200, 499)
                                .set("not", Schemas.object().set("enum", Schemas.json(List.of(401, 403, 407)))),
                        Schemas.matching("off|(?!401|403|407)[234]\\d\\d"));
            case "max-age" -> Schemas.any(Schemas.number(1, 31_536_000), Schemas.matching("[1-9]\\d{0,7}"));
            case "path", "absent" -> Schemas.named(Schemas.text());
            case "tags" -> tags();
            case "headers" -> Schemas.orNothing(requestHeaders());
            case "query" -> Schemas.orNothing(requestFields());
            case "refusals" -> Schemas.orNothing(refusals());
            case "except" -> Schemas.named(Schemas.words()).set("propertyNames", named.condition());
            default -> null;
        };
    }

    /** Of an operation, or of a credential. */
    ObjectNode refusals() {
        return shared("refusals-of-operation", it -> mapping(Format.OPERATION_REFUSALS));
    }

    /** What one says of its own may be completed in another file. */
    private ObjectNode conditions() {
        return shared(CONDITIONS, it -> {
            ObjectNode one = mapping(Format.CONDITION);
            one.remove("required");
            return Schemas.named(one).set("propertyNames", Schemas.matching(CredentialParser.NAME.pattern()));
        });
    }

    private ObjectNode requires() {
        return shared(
                REQUIRES,
                it -> Schemas.any(
                        Schemas.text(), Schemas.list(Schemas.any(Schemas.text(), Schemas.list(Schemas.text())))));
    }

    private ObjectNode requestFields() {
        return shared(REQUEST_FIELDS, it -> Schemas.named(Schemas.text()).put("maxProperties", RequestParser.MOST));
    }

    private ObjectNode requestHeaders() {
        return shared(
                REQUEST_HEADERS,
                it -> Schemas.named(Schemas.any(Schemas.text(), mapping(Format.FROM_ANSWER)))
                        .put("maxProperties", RequestParser.MOST));
    }

    private static ObjectNode tags() {
        return Schemas.oneOrMore(Schemas.text().put("pattern", "^[^\\s,()&|!]*$"));
    }

    private ObjectNode profile() {
        return Schemas.oneOf(vocabulary.rules().profiles().keySet());
    }

    /** What is asked in addition of a suite that stands for itself: no part and no environment says what it leaves out. */
    ObjectNode whole() {
        ObjectNode schema = Schemas.object();
        ObjectNode properties = schema.putObject("properties");
        Format.SUITE.names().stream()
                .filter(name -> !MAY_BE_EMPTY.contains(name))
                .forEach(name -> properties.set(name, Schemas.notNothing()));
        properties.set("credentials", credentials.whole());
        properties.set("subjects", credentials.wholeSubjects());
        properties.set("objects", Schemas.types("object").put("minProperties", 1));
        properties.set(
                CONDITIONS,
                Schemas.types("object").put("minProperties", 1).set("additionalProperties", Schemas.has("meaning")));
        return schema;
    }

    /** What is asked in addition where no condition can be one of the suite's own. */
    ObjectNode knownConditions() {
        return named.known();
    }
}
