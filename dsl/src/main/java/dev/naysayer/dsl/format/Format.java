package dev.naysayer.dsl.format;

import dev.naysayer.dsl.CauseKind;
import java.util.List;
import java.util.Set;

/**
 * The mappings of a suite and of the files that it names, each with its keys. The reader knows no other key, and the tables of {@code
 * docs/} are made of these; schemes and token sources have forms of their own, in their files.
 */
public final class Format {

    /** The key that names files which several suites share. */
    public static final String USE = "use";

    /** The key of a suite's environments. */
    public static final String ENVIRONMENTS = "environments";

    /** The key of what is called. */
    public static final String OPERATIONS = "operations";

    /** The key that names an OpenAPI document. */
    public static final String OPENAPI = "openapi";

    /** The top level. */
    public static final Form SUITE = Form.of(
            "a suite",
            Key.text("suite", "text: what the API is called")
                    .required("say what the API is called: 'suite: Orders API'")
                    .like("Orders API"),
            Key.texts(
                            USE,
                            "a part or a list of them, files whose names end with `.part.yaml`: what several suites share, [see below](#parts)")
                    .otherwise("nothing is shared")
                    .like("common.part.yaml"),
            Key.mapping(
                            ENVIRONMENTS,
                            "mapping with the name of an environment and what is different there, [see below](#environments)")
                    .otherwise("the suite is the same everywhere")
                    .like("{local: {}, staging: {target: https://orders.staging.example}}"),
            Key.texts("tags", "one tag or a list: what all tests of the suite can be selected by")
                    .otherwise("none")
                    .like("[nightly]"),
            Key.text("target", "base URL: `http` or `https`, without user name, query or fragment")
                    .otherwise("the started target's URL, or `naysayer.target`")
                    .like("https://orders.example/v1"),
            Key.texts(
                            "hosts",
                            "one host or a list, each a whole name: hosts that may get credentials although the suite leads to them only"
                                    + " by an issuer's metadata, [see Sources](sources.md#client-credentials)")
                    .otherwise("none")
                    .like("[tokens.example]"),
            Key.text(
                            "allow-plain-http",
                            "text: why credentials may travel without TLS to another machine, [see below](#where-credentials-go)")
                    .otherwise("they may not")
                    .like("a network of its own"),
            Key.text(
                            "leeway",
                            "whole seconds from 0 to 3600: how far the API's clock may be off when it looks at a token's times")
                    .otherwise("`60`")
                    .like("30"),
            Key.mapping("credentials", "mapping with a scheme, or with names of one's own, [see below](#credentials)")
                    .required("say where a good token comes from: 'credentials: {bearer: …}'")
                    .like("{bearer: {mint: {…}}}"),
            Key.any(
                            "requires",
                            "`none`, a credential, or a list of alternatives, each `none`, a credential or a list of those that are"
                                    + " needed together: what operations ask for, [see below](#requires)")
                    .otherwise("the suite's only credential; of several each operation says it")
                    .like("[[token, gateway-key]]"),
            Key.mapping(
                            "subjects",
                            "mapping with somebody's name and their own good credentials, [see below](#subjects)")
                    .otherwise("it does not matter who asks")
                    .like("{alice: {token: {mint: {subject: alice}}}}"),
            Key.mapping(
                            "objects",
                            "mapping with a parameter of paths and its values, by whose object each leads to, [see below](#objects)")
                    .otherwise("nothing belongs to anybody")
                    .like("{order: {alice: 1001, bob: 2001, absent: 9999}}"),
            Key.text(
                            "existence",
                            "`hidden` or `told`: whether who may not see somebody's object may learn that it is there, [see"
                                    + " below](#objects)")
                    .otherwise("`told`")
                    .like("hidden"),
            Key.texts(
                            "allows",
                            "a subject, `owner` or a list: who may, where an operation does not say it; all others may not")
                    .otherwise("each operation says it")
                    .like("[auditor]"),
            Key.mapping("denied", "mapping with the keys of a scenario: what is right for a subject that may not")
                    .otherwise("403, and no error code or `insufficient_scope`")
                    .like("{status: 404}"),
            Key.mapping(
                            "conditions",
                            "mapping with a name and what a credential of this API's own is like, [see below](#conditions-of-ones-own)")
                    .otherwise("there are those of the catalogue")
                    .like("{suspended-account: {subject: alice, meaning: …, status: 403}}"),
            Key.texts(
                            "accept",
                            "one media type or a list: what requests ask for, short for the header `Accept`, [see below](#headers-and-query)")
                    .otherwise("`application/json, application/problem+json`")
                    .like("[application/json, text/event-stream]"),
            Key.mapping(
                            "headers",
                            "mapping of names and texts, or `{from: …}`: what every request has beside the credential, [see"
                                    + " below](#headers-and-query)")
                    .otherwise("none")
                    .like("{X-Request-ID: \"${uuid}\"}"),
            Key.mapping(
                            "query",
                            "mapping of names and texts: parameters that every request has, [see below](#headers-and-query)")
                    .otherwise("none")
                    .like("{api-version: 2026-03-01}"),
            Key.any(
                            OPERATIONS,
                            "list, at least one item; or a mapping that names an OpenAPI document, [see OpenAPI](openapi.md)")
                    .required("list what to call: 'operations: [GET /orders]'")
                    .like("[GET /orders]"),
            Key.mapping("refusals", "mapping")
                    .otherwise("nothing is declared of bodies")
                    .like("{body: {…}}"),
            Key.texts("profiles", "a profile, or a list of them")
                    .otherwise("`rfc6750`, which every suite has")
                    .like("[rfc9068, house.profile.yaml]"),
            Key.mapping("rules", "mapping with a rule's id and its level")
                    .otherwise("each rule has its own level")
                    .like("{nosniff: {level: MUST, because: …}}"),
            Key.mapping(
                            "limits",
                            "mapping: passwords that are tried one after the other, behind all else, [see below](#limits)")
                    .otherwise("none are tried so")
                    .like("{subject: …, attempts: 10, wait: 30}"),
            Key.texts("probes", "one or a list: what may be asked beside the cases, [see below](#comparisons)")
                    .otherwise("nothing")
                    .like("[head, again]"),
            Key.any(
                            "browsers",
                            "an origin, a list of them, or a mapping: pages that call the API from another origin, and have to be able"
                                    + " to read what it answers, [see Browsers](browsers.md)")
                    .otherwise("nothing is asked as a browser asks")
                    .like("https://app.example"),
            Key.list("scenarios", "list, at least one item")
                    .required("list what to try: 'scenarios: [no-token, expired-token]'")
                    .like("[no-token, jwt: core]"),
            Key.text(
                            "keep-bodies",
                            "text: why the report may hold what a credential opens, [see Security](security.md)")
                    .otherwise("the body of an answer that let a credential in is not kept")
                    .like("all data of this API is made up"),
            Key.any(
                            "waivers",
                            "a list of waivers and of files that hold some, or one such file: what may be wrong, who answers for it, and"
                                    + " until when, [see Waivers](waivers.md)")
                    .otherwise("nothing may be")
                    .like("[platform.waivers.yaml]"));

    /** What stands behind an environment's name: where and with what a suite is tested. All other keys say what is promised or tried. */
    public static final Form ENVIRONMENT = SUITE.some(
            "an environment",
            Set.of(
                    "target",
                    "hosts",
                    "allow-plain-http",
                    "leeway",
                    "headers",
                    "query",
                    "credentials",
                    "subjects",
                    "objects"),
            "as the suite has it");
    /** What stands behind a condition's name, and wherever else it is said what is right. */
    public static final Form SCENARIO = Form.of(
            "a scenario",
            Key.texts(
                            "status",
                            "a status from 400 to 499, or `2xx`: the credential gets through; or one success, `204`; or a list: any of"
                                    + " these is right")
                    .otherwise("the condition's own")
                    .like("[2xx, 401]"),
            Key.texts(
                            "error",
                            "an error code of the challenge, or `none`: the challenge carries no code; or a list of both: any of these is"
                                    + " right")
                    .otherwise("the condition's own")
                    .like("[none, invalid_token]"),
            Key.any(
                            "challenge",
                            "mapping with `scheme` and parameters, each with a value; or `absent` or `present`: whether there is one at"
                                    + " all")
                    .otherwise("nothing is declared")
                    .like("{realm: orders, scope: present}"),
            Key.mapping("headers", "mapping with headers, each with a value")
                    .otherwise("nothing is declared")
                    .like("{X-Request-ID: {echo: X-Request-ID}}"),
            Key.mapping("body", "mapping: what the body is like")
                    .otherwise("nothing is declared")
                    .like("{media-type: application/problem+json}"),
            Key.text("because", "text: the reason, which the report shows")
                    .otherwise("none, and needed where a bad credential gets through, but for an item of `scenarios`")
                    .like("Logging out nobody is done already."));

    /** What is said of passwords that are tried one after the other. */
    public static final Form LIMITS = Form.of(
            "'limits'",
            Key.text("subject", "a subject, who does nothing else in the suite: whose account may be locked by it")
                    .required("name a subject with an account that nobody else uses")
                    .like("tester"),
            Key.text(
                            "attempts",
                            "a whole number from 2 to 100: how many wrong passwords, secrets or keys are tried, of them and of a made-up user")
                    .required("say how many, enough for the API to do something about it: 'attempts: 10'")
                    .like("10"),
            Key.text(
                            "wait",
                            "whole seconds from 1 to 600: how long after the last wrong password the good one gets through again")
                    .required("say how long it lasts: 'wait: 30'")
                    .like("30"),
            Key.text("status", "`401` or `429`: how the last wrong password is refused; of keys `429`")
                    .otherwise("either is right, as long as something is done; a problem for keys")
                    .like("429"));

    /** What stands behind a header, a parameter or a member where a mapping does: one of these. */
    public static final Form VALUE = Form.of(
            "a value",
            Key.any("equals", "a text; of a member of the body, any JSON written as YAML: it is this")
                    .like("E_TOKEN"),
            Key.text("matches", "regular expression, as `pattern` of JSON Schema: it is found anywhere in the value")
                    .like("^E_"),
            Key.text("echo", "name of a header: it is what the request said there")
                    .like("X-Request-ID"));

    /** What stands behind a header of requests where a mapping does. */
    public static final Form FROM_ANSWER = Form.of(
            "a header of an answer",
            Key.text(
                            "from",
                            "name of an operation: the header is as the answer to the good credential has it there, in the header of the"
                                    + " same name")
                    .required("name the operation whose answer has it: '{from: POST /mcp initialize}'")
                    .like("POST /mcp initialize"));

    /** What stands behind a credential's name, beside the scheme's own keys and the token sources. */
    public static final Form CREDENTIAL = Form.of(
            "a credential",
            Key.text("scheme", "a scheme: how the credential travels")
                    .otherwise("the credential is called as its scheme is")
                    .like("bearer"),
            Key.mapping(
                            "refusals",
                            "as in a suite, without `order`: what is right where this credential is the one that is wrong")
                    .otherwise("what the suite says of all")
                    .like("{status: 403}"));

    /** What stands behind an operation's name, beside the names of conditions. */
    public static final Form OPERATION = Form.of(
            "an operation",
            Key.text(
                            "name",
                            "one word, which stands behind method and path: what tells it apart where one path takes several bodies")
                    .otherwise("method and path are its name")
                    .like("tools/call"),
            Key.texts("scope", "one scope, several parted by blanks, or a list: what a token must carry")
                    .otherwise("no scope is needed")
                    .like("orders:read"),
            Key.text(
                            "kind",
                            "`token-endpoint`, `introspection-endpoint` or `revocation-endpoint`: what it is at an authorization server;"
                                    + " then its body is a form, and `mutates` need not be said, [endpoints.md](endpoints.md)")
                    .otherwise("it is what a credential opens")
                    .like("token-endpoint"),
            Key.texts(
                            "acr",
                            "one class of logins or a list, any of which is enough: how a token's user must have logged in, [see below](#step-up)")
                    .otherwise("any login will do")
                    .like("gold"),
            Key.text(
                            "max-age",
                            "whole seconds from 1 to 31536000: how long ago a token's user may have logged in, [see below](#step-up)")
                    .otherwise("it does not matter when")
                    .like("300"),
            Key.any("requires", "as in the suite: what this operation asks for")
                    .otherwise("as the suite says")
                    .like("none"),
            Key.texts("allows", "a subject, `owner` or a list: who may; all others may not, [see below](#subjects)")
                    .otherwise("as the suite says")
                    .like("[alice, auditor]"),
            Key.text(
                            "existence",
                            "as in the suite: whether who may not see an object here may learn that it is there, [see below](#objects)")
                    .otherwise("as the suite says")
                    .like("told"),
            Key.text(
                            "mutates",
                            "`true` or `false`: whether requests may change data; with `true` also those of conditions and probes that put"
                                    + " a method which writes in the place of the operation's own")
                    .otherwise(
                            "`false` for methods that are safe, [see below](#operations); must be said for the others")
                    .like("true"),
            Key.text("control", "`off`, or a status from 200 to 499 except 401, 403 and 407, see below")
                    .otherwise("any 2xx is right")
                    .like("422"),
            Key.mapping("path", "mapping with a value for each `{name}` of the path; it goes before those of `objects`")
                    .otherwise("none, and needed if the path has a `{name}` that no object has")
                    .like("{id: 1001}"),
            Key.mapping(
                            "absent",
                            "mapping with a value for each `{name}` of the path, of something that is not there: under `hide-existence`"
                                    + " and `existence: hidden` it is asked for, too")
                    .otherwise("that of `objects`, if they have one")
                    .like("{id: 9999}"),
            Key.texts(
                            "tags",
                            "one tag or a list: what the operation's tests can be selected by, beside those of the suite")
                    .otherwise("none")
                    .like("smoke"),
            Key.texts("accept", "as in the suite; `none` leaves the suite's out")
                    .otherwise("the suite's")
                    .like("[application/json, text/event-stream]"),
            Key.mapping(
                            "headers",
                            "as in the suite, in the place of the suite's of these names; `none` for a text leaves one out")
                    .otherwise("the suite's")
                    .like("{X-Request-ID: \"${uuid}\"}"),
            Key.mapping(
                            "query",
                            "as in the suite, in the place of the suite's of these names; `none` for a text leaves one out")
                    .otherwise("the suite's")
                    .like("{api-version: 2026-03-01}"),
            Key.any(
                            "body",
                            "the request body: JSON or a form, written as YAML; or text, also by reference, [see below](#bodies)")
                    .otherwise("no body is sent")
                    .like("{item: book, quantity: 1}"),
            Key.text("body-file", "path of a file, relative to the suite: its bytes are sent as the body")
                    .otherwise("what `body` says")
                    .like("orders.csv"),
            Key.text("media-type", "media type of the body, with parameters where it has some")
                    .otherwise("`application/json`; must be said for `body-file`")
                    .like("application/merge-patch+json"),
            Key.text(
                            "graphql",
                            "a GraphQL document with one operation, in the place of `body`: POST sends it as JSON, GET as the parameter"
                                    + " `query`, [see GraphQL](graphql.md)")
                    .otherwise("it is no GraphQL request")
                    .like("\"{ me { name } }\""),
            Key.mapping("variables", "mapping with a value for each variable of `graphql`")
                    .otherwise("none")
                    .like("{id: 1001}"),
            Key.mapping("refusals", "as in a suite, without `order`: what is right at this operation")
                    .otherwise("what the suite says of all")
                    .like("{no-right: {status: 404}}"),
            Key.mapping("except", "mapping with a condition's name and the reason why it is not tried here")
                    .otherwise("every scenario is tried")
                    .like("{expired-token: The gateway keeps what it has seen.}"));

    /** {@code operations:} where an OpenAPI document lists them. */
    public static final Form DOCUMENT = Form.of(
            "'operations' of a document",
            Key.text(OPENAPI, "path of an OpenAPI document (3.0, 3.1 or 3.2), relative to the suite")
                    .required(
                            "name the document: 'openapi: openapi.yaml'; without one 'operations' is a list: 'operations: [GET /orders]'")
                    .like("openapi.yaml"),
            Key.texts(
                            "include",
                            "operations of the document by their names, in which `*` stands for any text: those that are tested")
                    .otherwise("`[GET *, HEAD *]`")
                    .like("[GET /orders/*]"),
            Key.mapping(
                            "exclude",
                            "mapping with operations, or a security scheme, and the reason why they are left out; it goes before"
                                    + " `include`")
                    .otherwise("nothing is left out")
                    .like("{\"* /internal/*\": Only the mesh reaches it.}"),
            Key.texts(
                            "public",
                            "operations of which the document says that nobody needs a credential: that it is meant so")
                    .otherwise("each of them is a problem")
                    .like("[GET /health]"),
            Key.mapping(
                            "values",
                            "mapping with a value for each parameter of which the document gives no example; it goes before the"
                                    + " document's")
                    .otherwise("each operation that lacks one is a problem")
                    .like("{orderId: 1001}"),
            Key.text(
                            "untested",
                            "path of a file that lists, one a line, the operations of the document that are not tested; it may only shrink")
                    .otherwise("nobody is told of what is not tested")
                    .like("untested.txt"),
            Key.list(
                            "also",
                            "list of operations as without a document; of one that the document has, too, what is said here goes"
                                    + " before, key by key")
                    .otherwise("none")
                    .like("[POST /orders: {mutates: true, body: {…}}]"));
    /** What stands behind the name of a condition of the suite's own. */
    public static final Form CONDITION = Form.of(
                    "a condition",
                    Key.text("meaning", "text: what is presented, which stands in reports and failures")
                            .required(
                                    "say in one line what is presented: 'meaning: a good token of a suspended account'")
                            .like("a good token of a suspended account"),
                    Key.text("subject", "a subject: their good credential is presented")
                            .otherwise("the one that stands below `token` of a credential, by the condition's name")
                            .like("alice"),
                    Key.text(
                                    "kind",
                                    "`no-credential`, `bad-credential`, `no-right` or `broken-message`: why it is refused")
                            .otherwise(
                                    "`bad-credential` where `status` has 400 or 401, else `no-right`; `status` has to be there then")
                            .like("no-right"))
            .alsoLike(SCENARIO);

    /** {@code browsers:} where more is said than an origin. */
    public static final Form BROWSERS = Form.of(
            "'browsers'",
            Key.texts("origin", "one origin or a list: scheme, host and perhaps port of the pages")
                    .required("say where the pages come from: 'origin: https://app.example'")
                    .like("https://app.example"),
            Key.text(
                            "credentials",
                            "`include`, `same-origin` or `omit`: the credentials mode of the pages' requests; with `include` the browser"
                                    + " adds cookies by itself")
                    .otherwise("`include` where a credential travels in a cookie, else `same-origin`, as in `fetch()`")
                    .like("include"),
            Key.texts(
                            "headers",
                            "one name or a list: request headers that the pages set beside the credential's and `Content-Type`")
                    .otherwise("none")
                    .like("[X-Requested-With]"),
            Key.texts("expose", "one name or a list: response headers that the pages read of a refusal")
                    .otherwise("none beyond those that every page may read")
                    .like("[WWW-Authenticate]"));

    /** {@code refusals:}. */
    public static final Form REFUSALS = Form.of(
                    "'refusals'",
                    Key.text(
                                    "order",
                                    "`authentication-first` or `resource-first`: what the API looks at first; the comparison `authentication-first`"
                                            + " holds it to that")
                            .otherwise("`authentication-first`")
                            .like("resource-first"),
                    kind(CauseKind.NO_CREDENTIAL, "there is none that the API could judge", "{status: 401}"),
                    kind(
                            CauseKind.BAD_CREDENTIAL,
                            "it is wrong, expired, or of somebody else",
                            "{error: invalid_token}"),
                    kind(CauseKind.NO_RIGHT, "it is good, and its owner may not", "{status: 403}"),
                    kind(
                            CauseKind.FORGED_REQUEST,
                            "it is good, and the request may be forged by another site",
                            "{body: {/code: E_CSRF}}"),
                    kind(CauseKind.BROKEN_MESSAGE, "the request itself is malformed", "{status: 400}"))
            .alsoLike(SCENARIO);

    /** {@code refusals:} of an operation. */
    public static final Form OPERATION_REFUSALS = new Form(
            REFUSALS.name(),
            REFUSALS.keys().stream().filter(key -> !key.name().equals("order")).toList(),
            SCENARIO);

    private static Key kind(CauseKind kind, String when, String example) {
        return Key.mapping(kind.yaml(), "mapping with the keys of a scenario: what is right where " + when)
                .otherwise("nothing is declared")
                .like(example);
    }

    /** {@code body:} of refusals. */
    public static final Form BODY = Form.of(
            "'body'",
            Key.text("schema", "path of a JSON Schema 2020-12 file, relative to the suite")
                    .otherwise("no schema is asked for")
                    .like("schemas/problem.schema.json"),
            Key.text("media-type", "media type without parameters")
                    .otherwise("any that fits the body")
                    .like("application/problem+json"));

    /** What stands behind a group's name where a mapping does. */
    public static final Form GROUP = Form.of(
                    "a group",
                    Key.text("take", "`core`, `all` or `everything`")
                            .required("write 'take: core', 'take: all' or 'take: everything'")
                            .like("all"),
                    Key.texts("without", "one condition or a list: what is not taken")
                            .otherwise("nothing")
                            .like("exp-milliseconds"))
            .alsoLike(SCENARIO);

    /** What stands behind a rule's id. */
    public static final Form RULE_CHOICE = Form.of(
            "a rule",
            Key.text("level", "`MUST`, `SHOULD`, `security advice`, `MAY` or `advice`")
                    .required("say how binding the rule is: 'level: SHOULD'")
                    .like("advice"),
            Key.text("because", "text: the reason, which the report shows")
                    .required("give the reason, which the report shows: 'because: …'")
                    .like("The gateway takes the version out."));

    /** A waiver in a suite. */
    public static final Form WAIVER = Form.of(
            "a waiver",
            Key.text("rule", "the id of a rule, as [RULES.md](RULES.md) lists it")
                    .otherwise("every rule, and then `scenario` has to be there")
                    .like("no-store"),
            Key.text(
                            "scenario",
                            "the name of a condition or a subject that the suite has, or `foreign`, with the varied credential or the subject"
                                    + " before it where one of several is meant: `'token: no-token'`")
                    .otherwise("every scenario")
                    .like("expired-token"),
            Key.text(
                            "operation",
                            "operations by their names, `GET /orders/{id}`; `*` stands for any text: `GET *`, `* /orders`, `*/admin/*`")
                    .otherwise("every operation")
                    .like("GET *"),
            Key.text("owner", "text: who answers for it")
                    .required("say who answers for it: 'owner: team-orders'")
                    .like("team-orders"),
            Key.text("reason", "text: why it may be")
                    .required("give the reason, which the report shows: 'reason: …'")
                    .like("The gateway is replaced in March."),
            Key.text("link", "address: where more is told of it")
                    .otherwise("none")
                    .like("https://tracker.example/ORD-17"),
            Key.text("until", "day: the last one on which it holds, in UTC")
                    .required("say which day is its last, in UTC: 'until: 2026-12-31'")
                    .like("2026-12-31"));

    /** A waiver in a file that several suites read. */
    public static final Form SHARED_WAIVER = WAIVER.with(
            Key.texts("suites", "one suite or a list, by their names: of which suites it is; only in a file of waivers")
                    .required("name the suites that it is of: 'suites: [Orders API]'")
                    .like("[Orders API]"));

    /** A file of waivers. */
    public static final Form WAIVERS = Form.of(
            "a file of waivers",
            Key.list("waivers", "list of waivers")
                    .required("list them: 'waivers: [{suites: [Orders API], …}]'")
                    .like("[{suites: [Orders API], …}]"));

    /** A file with a profile. */
    public static final Form PROFILE = Form.of(
            "a profile",
            Key.text("profile", "text: the profile's name, which the report shows")
                    .required("give the profile a name: 'profile: our-apis'")
                    .like("house"),
            Key.text("summary", "text: what it is for, one sentence")
                    .required("say in one sentence what it is for: 'summary: …'")
                    .like("What all our APIs have in common."),
            Key.texts("extends", "a profile that has a name, or a list of them: what it brings along")
                    .otherwise("none")
                    .like("[problem-json]"),
            Key.texts("contradicts", "a profile that has a name, or a list of them: what no suite may have beside it")
                    .otherwise("none")
                    .like("[hide-existence]"),
            Key.mapping("rules", "as in a suite").otherwise("none").like("{no-store: {level: MUST, because: …}}"),
            Key.list(
                            "expectations",
                            "list of conditions with the keys of a scenario: what is right where the suite does not say it; the path of a `schema` begins"
                                    + " where the profile lies")
                    .otherwise("none")
                    .like("[wrong-audience: {status: 403}]"));

    /** All of them. */
    public static final List<Form> FORMS = List.of(
            SUITE,
            ENVIRONMENT,
            CREDENTIAL,
            OPERATION,
            DOCUMENT,
            CONDITION,
            LIMITS,
            REFUSALS,
            SCENARIO,
            BODY,
            VALUE,
            FROM_ANSWER,
            GROUP,
            RULE_CHOICE,
            BROWSERS,
            WAIVER,
            SHARED_WAIVER,
            WAIVERS,
            PROFILE);

    private Format() {}
}
