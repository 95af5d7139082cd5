package dev.naysayer.engine.rule.answer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each leak looks like on the common stacks.
 *
 * <p>A pattern has to be sure of itself: a finding in a harmless answer costs the trust in all others. So most want a word
 * together with a number, a quote or an ending that only the leak has. A corpus of harmless answers keeps watch over them.
 *
 * <p>An answer may be long and hostile, and a search must not take longer at each place of it the longer it is. So what repeats a
 * group has an upper bound; a name of several parts is tried from its first part on, and not from each; and what is behind a run of
 * characters is looked for by looking back from the end of the run, which is passed over once ({@code *+}).
 */
final class LeakPatterns {

    static final List<Pattern> STACK_TRACES = patterns(
            // Java, Kotlin, Scala
            "\\bat (?:[\\w.@-]{1,100}+/){0,5}(?:[A-Za-z_$][\\w$]*+\\.){1,20}+[\\w$<>]++\\((?:[\\w$]++\\.(?:java|kt|scala|groovy)(?::\\d++)?|Native Method|Unknown Source)\\)",
            "\\b(?<![a-z0-9_]\\.)(?:[a-z_][a-z0-9_]*+\\.){2,20}+[A-Z][\\w$]*+(?<=Exception|Error)\\b",
            "\\bException in thread \"|\\bCaused by: \\S|\\.\\.\\. \\d+ (?:more|common frames omitted)\\b",
            "\\b(?:NullPointer|IllegalArgument|IllegalState|ClassCast|NumberFormat|(?:Array|String)?IndexOutOfBounds|Runtime|Signature|ExpiredJwt|MalformedJwt|JWTVerification|SignatureVerification|JWTDecode|BadJWT|BadJWS|JOSE)Exception\\b",
            "\\b[A-Z]\\w++(?<=\\wException): \\S",
            "^(?i:stack_?trace)$",
            // .NET
            "\\b(?=[A-Z])(?<![A-Z]\\w{0,30}\\.)(?:[A-Z]\\w*+\\.){1,20}[A-Z]\\w*+(?<=Exception)\\b",
            "\\bat (?:[A-Z][\\w`]*+\\.){2,20}[\\w<>.`]++\\((?:[A-Z][\\w`<>.\\[\\]]*+ \\w++(?:, [\\w`<>.\\[\\]]++ \\w++){0,20}+)?\\)",
            "\\.cs:line \\d+",
            // Python
            "Traceback \\(most recent call last\\)|\\bFile \"[^\"]{1,300}+\", line \\d",
            "\\b(?:KeyError|ValueError|AttributeError|UnicodeDecodeError|ZeroDivisionError|ModuleNotFoundError): \\S",
            "\\b(?:jwt|jose|authlib|django|werkzeug|sqlalchemy|requests|urllib3)(?:\\.\\w+){0,10}\\.[A-Z]\\w*(?:Error|Exception)\\b",
            // Node
            "\\bat (?:async )?(?:new )?[\\w.<>$\\[\\] ]{0,60}\\(?(?:file://|node:|/|[A-Z]:\\\\)[^\\s()]{0,200}:\\d++:\\d",
            "\\b(?:TypeError|ReferenceError|SyntaxError|RangeError|JsonWebTokenError|TokenExpiredError|NotBeforeError): \\S",
            "\\bnode_modules/|\\bnode:internal/",
            // PHP
            "\\b(?<!\\w\\\\{1,2})(?:[A-Z]\\w*+\\\\{1,2}+){1,20}+\\w*+(?<=Exception|Error)\\b",
            "\\bPHP (?:Fatal error|Parse error|Warning|Notice)\\b|\\bUncaught [A-Z]\\w*|#\\d{1,4} \\S{1,300}\\.php\\(\\d++\\)",
            "\\.php(?:</b>)? on line (?:<b>)?\\d+",
            // Ruby
            "\\.rb:\\d+:in [`']",
            "\\b(?<!\\w::)(?:[A-Z]\\w*+::){1,20}+[A-Z]\\w*+(?<=Error|Exception)\\b|\\b(?:JWT|ActiveRecord|ActionController|Rack)::[A-Z]\\w+",
            // Go, Rust
            "\\bgoroutine \\d+ \\[|\\bpanic: \\S|\\bruntime error: |\\.go:\\d+|thread '[^']{0,200}+' panicked at");

    static final List<Pattern> DATABASE_ERRORS = patterns(
            "\\bSELECT\\s.{1,300}?\\sFROM\\s{1,9}\\S|\\bINSERT INTO\\s{1,9}\\S|\\bDELETE FROM\\s{1,9}\\S|\\bUPDATE\\s{1,9}\\S{1,100}+\\s{1,9}SET\\s",
            "\\bselect \\w++\\.\\w.{0,300}?\\sfrom \\w|(?i)\\bselect (?:\\*|count\\(\\*\\)) from \\w+",
            "\\bSQLSTATE\\b|\\bORA-\\d{5}\\b|\\bSQLITE_[A-Z]+\\b|\\bER_[A-Z]++_[A-Z_]++\\b|\\bE11000 duplicate key",
            "(?i)\\berror in your SQL syntax\\b|\\bsyntax error at or near\\b|\\bunclosed quotation mark after\\b",
            "(?i)\\bviolates (?:unique|foreign key|not-null|check) constraint\\b|\\b(?:relation|column) \"[^\"]{1,200}+\" does not exist\\b",
            "(?i)\\bunknown column '|\\bno such (?:table|column): \\S|\\bdeadlock (?:detected|found when trying)\\b",
            "\\bjdbc:\\w+:|\\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\\+srv)?|redis|amqp)://",
            "\\b(?:SQL|PDO|Sql|Mongo)\\w*+(?<=(?:PDO|Sql|SQL\\w{0,60}|Mongo\\w{0,60})Exception)\\b|\\b(?:psycopg2?|pymysql|asyncpg|sqlite3)\\.\\w+|\\bMongoServerError\\b|\\bPG::\\w+",
            "(?i)\\bcould not (?:execute (?:query|statement)|extract ResultSet|open JDBC connection)\\b");

    static final List<Pattern> FILE_PATHS = patterns(
            "\\bfile:/{1,3}[\\w.-]",
            "(?<=[\\s\"'(<>\\[=`])/(?:etc|proc|root|var/(?:www|task|lib|log|run|opt)|usr/(?:local|lib|src|share))/[\\w.@-]+",
            "(?<![\\w.:/-])/(?:home|Users|opt|srv|tmp|mnt|builds|workspace|etc|var|usr)(?:/[\\w.@-]+){2,20}\\.(?:java|class|jar|war|py|rb|php|go|cs|dll|so|conf|cfg|ini|ya?ml|properties|pem|key|jks|p12|crt|log|sock|db|sqlite)\\b",
            "(?<![\\w.:/-])(?:/[\\w.@-]+){2,20}\\.(?:java|py|rb|php|js|mjs|ts|go|cs)(?::\\d+|\\(\\d+\\)|(?:\"|</b>)?,? (?:on )?line (?:<b>)?\\d+)",
            "\\b[A-Za-z]:\\\\{1,2}(?:[\\w .$~()-]+\\\\{1,2}){0,20}[\\w.$~()-]+",
            "(?<![\\w\\\\])\\\\\\\\[\\w-]{3,}+(?:\\.[\\w-]++){0,10}+\\\\[\\w$.-]{3}");

    private static final String OCTET = "\\.(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})";
    private static final String IN_AN_ADDRESS = "(?<![\\w.-])(?<!(?i:version|build|release) )";
    private static final String ADDRESS_ENDS = "(?![\\w-]|\\.\\d)";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String INNER = "(?:internal|local|svc|lan|corp|intranet|localdomain)(?![\\w-]|\\.\\w)";

    static final List<Pattern> INTERNAL_HOSTS = patterns(
            IN_AN_ADDRESS + "(?:10|127)" + OCTET.repeat(3) + ADDRESS_ENDS,
            IN_AN_ADDRESS + "(?:192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01]))" + OCTET.repeat(2) + ADDRESS_ENDS,
            "\\[(?:::1|f[cde][0-9a-f]{2}:[0-9a-f:]+)]",
            "(?<![\\w.@-])localhost(?=:\\d|/)|(?<=//)localhost(?![\\w.-])",
            // A code such as errors.internal is no host, so a name needs more than its ending.
            "(?<=//)(?:" + LABEL + "\\.){1,20}" + INNER,
            "(?<![\\w.@/-])(?:" + LABEL + "\\.){1,20}" + INNER + "(?=:\\d{2,5})",
            "\\b(?:host|resolve|lookup|reach|connect to|connecting to|upstream) ((?:" + LABEL + "\\.){1,20}" + INNER
                    + ")",
            "(?<![\\w.@-])(?:" + LABEL
                    + "\\.){1,20}svc\\.cluster\\.local\\b|\\bip-\\d{1,3}(?:-\\d{1,3}){3}\\.[\\w.-]*internal\\b");

    private static final String QUOTED = "['\"‘“\\[<(][^'\"’”\\]>)\\s][^'\"’”\\]>)]{0,120}+['\"’”\\]>)]";
    private static final String VALUE = "(?:" + QUOTED + "|https?://\\S)";

    static final List<Pattern> TOKEN_FACTS = patterns(
            "(?i)\\b(?:expected|required|valid|trusted|allowed|configured) (?:issuers?|iss|audiences?|aud)\\b[^.;]{0,25}?"
                    + VALUE,
            "(?i)\\b(?:issuer|iss|audience|aud)\\b[^.;]{0,60}?\\b(?:expected|must (?:be|contain|match)|should be|instead of|does not match|do not match)\\b[^.;]{0,25}?"
                    + VALUE,
            "(?i)\\b(?:expected|must be|should be)[^.;]{0,10}? " + VALUE
                    + "[^.;]{0,20}\\b(?:issuer|iss|audience|aud)\\b",
            "(?i)\\b(?:issuer|audience|subject|key)s? (?:was |is )?" + QUOTED
                    + " (?:is|are|was) (?:invalid|not|unknown|unexpected)\\b",
            "(?i)\\bfor (?:the )?given '?(?:iss|kid|key)\\b",
            "(?i)\\bkid\\b ?(?:[:=]|is|was|of|with|value)? ?" + QUOTED + "|\\bkid ?[:=] ?[\\w-]{4,}",
            "(?i)\\bkey[ -]?id\\b ?(?:[:=]|is|was)? ?" + QUOTED + "|\\bkey[ -]?id ?[:=] ?[\\w-]{4,}",
            "\\bIDX\\d{5}\\b");

    private static final String NAME = "\\\\?['\"`]_{0,2}[A-Za-z][\\w.]{0,100}[!\\]]{0,2}\\\\?['\"`]";

    /** What GraphQL.js, graphql-java, Hot Chocolate, Hasura, graphql-ruby and those that are like them say of a document. */
    static final List<Pattern> SCHEMA_HINTS = patterns(
            "\\b[Cc]annot query field " + NAME + " on type " + NAME,
            "\\b(?:[Ff]ield|[Aa]rgument|[Dd]irective|[Ff]ragment|[Tt]ype)\\b[^.;\\n]{1,200} [Dd]id you mean " + NAME,
            "\\b(?:[Ff]ield|[Aa]rgument|[Tt]ype)\\b[^;\\n]{1,200}[.?] [Dd]id you mean (?:to use an inline fragment on )?"
                    + NAME,
            "\\b[Uu]nknown (?:field|argument|type|directive|enum value) " + NAME + "(?: on (?:type|field) " + NAME
                    + "|[^\\n]{0,5}[Dd]id you mean)",
            "\\b(?:FieldUndefined|UnknownArgument|MissingFieldArgument|UnknownType|SubselectionRequired)@\\[",
            "\\b[Ff]ield " + NAME + " (?:argument " + NAME + " of type " + NAME + " is required|in type " + NAME
                    + " is undefined|of type " + NAME + " must have a)",
            "\\b[Ff]ield " + NAME + " (?:does not|doesn't) exist on (?:the )?type " + NAME,
            "\\b[Ff]ield " + NAME + " not found in type: " + NAME);

    static final List<Pattern> PRODUCT_VERSIONS = patterns(
            "(?i)\\b(?:Apache(?: Tomcat| Coyote)?|nginx|openresty|Tomcat|Jetty|Undertow|WildFly|JBoss[\\w-]*|GlassFish|Payara|WebLogic(?: Server)?|Microsoft-IIS|IIS|Kestrel|PHP|Werkzeug|gunicorn|uvicorn|uWSGI|Express|Python|OpenSSL|Kong|envoy|HAProxy|Varnish|Caddy|Traefik|lighttpd|Phusion Passenger|Spring Boot|Node\\.js|Django|Laravel|Rails|Keycloak)(?:/| v?| version )\\(?\\d+\\.\\d+",
            "\\.NET(?: Core| Framework)?(?: Version:| )\\d+\\.\\d+");

    private LeakPatterns() {}

    private static List<Pattern> patterns(String... expressions) {
        return Stream.of(expressions).map(Pattern::compile).toList();
    }
}
