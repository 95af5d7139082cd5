package dev.naysayer.dsl.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.naysayer.dsl.Legible;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files that nobody should write, for whatever reads files: by mistake, by a broken generator, or on purpose.
 *
 * <p>What reads a new kind of file takes {@link #texts} and {@link #places} as they are.
 */
final class HostileFiles {

    /** A file by what is wrong with it. */
    static final class HostileFile {

        private final String name;
        private final byte[] content;

        private HostileFile(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        private HostileFile(String name, String text) {
            this(name, text.getBytes(UTF_8));
        }

        Path writeTo(Path file) throws IOException {
            return Files.write(file, content);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final int size;

    /** @param size about how many bytes the large ones have */
    HostileFiles(int size) {
        this.size = size;
    }

    /** What may stand in any file. */
    List<HostileFile> texts() {
        List<HostileFile> texts = new ArrayList<>();
        odd().forEach((name, text) -> texts.add(new HostileFile(name, text)));
        repeated().forEach((name, text) -> texts.add(new HostileFile("many times " + name, fill(text))));
        texts.add(new HostileFile("one byte too many", "a".repeat((1 << 20) + 1)));
        texts.add(new HostileFile("UTF-16, least byte first", "\uFEFFsuite: Orders".getBytes(UTF_16LE)));
        texts.add(new HostileFile("UTF-16, greatest byte first", "\uFEFF{\"a\": 1}".getBytes(UTF_16BE)));
        texts.add(new HostileFile("UTF-16 without a mark", "suite: Orders".getBytes(UTF_16LE)));
        texts.add(new HostileFile("Latin-1", "suite: Bücher".getBytes(ISO_8859_1)));
        texts.add(new HostileFile("half a surrogate pair", new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}));
        texts.add(new HostileFile("an overlong slash", new byte[] {'a', (byte) 0xC0, (byte) 0xAF}));
        texts.add(new HostileFile("a cut character", new byte[] {'a', (byte) 0xE2, (byte) 0x82}));
        texts.add(new HostileFile("DER", new byte[] {0x30, (byte) 0x82, 0x04, (byte) 0xA4, 0x02, 0x01, 0x00}));
        return texts;
    }

    private static Map<String, String> odd() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("blanks", "  \n \n");
        texts.put("a tab", "\tsuite: x");
        texts.put("a byte order mark alone", "\uFEFF");
        texts.put("a byte order mark in front", "\uFEFF{}");
        texts.put("a byte order mark inside", "a: \uFEFFb");
        texts.put("NUL", "a: \0");
        texts.put("a bell", "a: \u0007");
        texts.put("escapes of a terminal", "a: \u001B[2J\u001B]0;x\u0007");
        texts.put("C1 controls", "a: \u009B2J");
        texts.put("an override of direction", "a: \u202Ex");
        texts.put("an unassigned character", "a: \uFFFF");
        texts.put("a character that is no scalar", "a: \"\\uD800\"");
        texts.put("line separators", "a: b\u2028c\u0085d");
        texts.put("carriage returns", "a: b\rc: d\r");
        texts.put("several documents", "--- {}\n--- {}\n...\n---\n");
        texts.put("an unknown directive", "%YAML 9.9\n%TAG ! !x\n---\na");
        texts.put("a tag of Java", "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:1/\"]]");
        texts.put("a tag of binary", "!!binary \"AAAA\"");
        texts.put("a tag of sets", "!!set {a, b}");
        texts.put("an alias of nobody", "a: *b");
        texts.put("an alias of itself", "&a [*a]");
        texts.put("an alias of itself as a key", "&a {*a : b}");
        texts.put("a merge", "a: &a {b: c}\nd: {<<: *a}");
        texts.put("a merge with itself", "&a {<<: *a}");
        texts.put("a key twice", "{\"a\": 1, \"a\": 2}");
        texts.put("two values", "{} {}");
        texts.put("a key that is a list", "? [a, b]\n: c");
        texts.put("an open quote", "a: \"b");
        texts.put("an open bracket", "[a, b");
        texts.put("a closing bracket", "]");
        texts.put("a great number", "1" + "0".repeat(2_000));
        texts.put("a great exponent", "1e999999999999");
        texts.put("no number", "NaN");
        texts.put("laughter", laughter());
        return texts;
    }

    /** Each is repeated until the file is large. */
    private static Map<String, String> repeated() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String text : List.of(
                "a",
                "[",
                "{",
                "(",
                "\"",
                "'",
                "- ",
                "? ",
                ": ",
                "# ",
                "\n",
                "\r",
                "\t",
                "&",
                "*",
                "!",
                "|\n",
                "%",
                "@",
                "[]",
                "{}",
                "{\"a\":",
                "[0,",
                "a: ",
                "a:\n ",
                "a, ",
                "a-",
                "a-a-A1",
                "a=b&",
                "- a\n",
                "--- a\n",
                "a: b\n",
                "&a ",
                "*a ",
                "!!a ",
                "${",
                "${a",
                "${a}",
                "${1",
                "${file:",
                "${file:x}",
                "${command:",
                "${command:a}",
                "${command:'}",
                "}{",
                "://",
                "://a@",
                "eyJ",
                "eyJaaaaaaa.",
                "-----BEGIN",
                "-----BEGIN PRIVATE KEY-----\n",
                "d: ",
                "d:\"",
                "AKIA",
                "ghp_",
                "sk_live_",
                "xoxb-",
                "é",
                "\uFEFF",
                "\u202E",
                "😀",
                "\\",
                "\\u0000",
                "~",
                "/")) {
            texts.put(Legible.shown(text.replace("\n", "\\n").replace("\r", "\\r")), text);
        }
        return texts;
    }

    /** A billion values in nine lines. */
    private static String laughter() {
        return IntStream.range(1, 10)
                .mapToObj(i -> "a%d: &a%d [%s]".formatted(i, i, ("*a" + (i - 1) + " , ").repeat(9) + "*a" + (i - 1)))
                .collect(Collectors.joining("\n", "a0: &a0 [ha]\n", "\n"));
    }

    /** Whole suites in which one thing is too much or out of place. */
    List<HostileFile> suites() {
        Map<String, String> suites = new LinkedHashMap<>();
        suites.put("unknown keys", ORDERS + many(i -> "key%d: x\n".formatted(i)));
        suites.put("unknown scenarios on a line", scenarios("[" + many(i -> "expired-tokn%d, ".formatted(i)) + "]"));
        suites.put("unknown scenarios", scenarios("\n" + many(i -> "  - expired-tokn%d\n".formatted(i))));
        suites.put("the same scenario", scenarios("[" + many(i -> "no-token, ") + "]"));
        suites.put("a scenario of one long word", scenarios("[" + fill("x") + "]"));
        suites.put("keys of one long word", ORDERS + fill("k").substring(0, 900) + ": x\n");
        suites.put("the same operation", operations(i -> "GET /orders"));
        suites.put("operations that change data", operations("POST /orders/%d"::formatted));
        suites.put("operations without a path", operations("GET orders/%d"::formatted));
        suites.put("operations of an unknown method", operations("FETCH /orders/%d"::formatted));
        suites.put("operations with unknown keys", operations("GET /orders/%d: {scop: x}"::formatted));
        suites.put("parameters without values", operation("/" + many("{p%d}/"::formatted)));
        suites.put("a path of one length", operation("/" + fill("x")));
        suites.put("a path of open braces", operation("/" + fill("{")));
        suites.put("a path of dashes", operation("/" + fill("-") + "x"));
        suites.put("a value of references to nobody", value(many("${NOBODY%d}"::formatted)));
        suites.put("a value of open references", value(fill("${")));
        suites.put("a value of references in references", value(fill("${x:-") + fill("}")));
        suites.put("secrets in the open", ORDERS + many(i -> "# ghp_%036d\n".formatted(i)));
        suites.put("secrets on a line", ORDERS + "# " + many(i -> "ghp_%036d/".formatted(i)) + "\n");
        suites.put("hidden values", ORDERS.replace("bearer:", "bearr:") + many(i -> "x%d: y%d\n".formatted(i, i)));
        suites.put("tags of one length", ORDERS + "tags: " + fill("t") + "\n");
        suites.put("tags that are none", ORDERS + "tags: [" + many("'a b%d', "::formatted) + "]\n");
        suites.put("profiles of nobody", ORDERS + "profiles: [" + many("p%d, "::formatted) + "]\n");
        suites.put("profiles without a file", ORDERS + "profiles: [" + many("p%d.profile.yaml, "::formatted) + "]\n");
        suites.put("rules of nobody", ORDERS + "rules: {" + many("r%d: x, "::formatted) + "}\n");
        suites.put("waivers of nothing", waivers(i -> "{}"));
        suites.put("waivers of unknown rules", waivers("{rule: r%d, owner: a}"::formatted));
        suites.put("waivers at unknown operations", waivers("{rule: nosniff, operation: '*/o%d*'}"::formatted));
        suites.put("waivers of the same", waivers(i -> "{rule: nosniff, owner: a, reason: b, until: 2026-12-31}"));
        suites.put("waivers without a file", waivers("f%d.waivers.yaml"::formatted));
        suites.put(
                "a waiver at any text",
                ORDERS + "waivers: [{rule: nosniff, operation: '%sb'}]\n".formatted(fill("*a")));
        suites.put("probes of nobody", ORDERS + "probes: [" + many("p%d, "::formatted) + "]\n");
        suites.put(
                "a body that laughs", operation("/x: {body: *a9}").replace("operations:", laughter() + "operations:"));
        suites.put("a body in itself", operation("/x: {body: &a [*a]}"));
        suites.put("a deep body", operation("/x: {body: " + "[".repeat(80) + "]".repeat(80) + "}"));
        suites.put("a deeper body", operation("/x: {body: " + fill("[") + "}"));
        suites.put("lists that laugh", ORDERS.replace("scenarios: [", laughter() + "scenarios: [*a9, "));
        suites.put("merges of merges", merges());
        suites.put(
                "merges of the same",
                "a: &a {" + many("k%d: x, "::formatted) + "}\nb: {<<: [" + fill("*a , ") + "]}\n");
        suites.put("aliases of a bad operation", aliases());
        for (int character : new int[] {
            0x7, 0x1B, 0x7F, 0x9B, 0xAD, 0x61C, 0x115F, 0x180E, 0x200B, 0x202E, 0x2066, 0x3164, 0xFFF9, 0xE0041, 0xE9,
            0x4E2D
        }) {
            suites.put("a path with U+%04X".formatted(character), path(character));
            if (Legible.isUnseen(character)) {
                suites.put("a name with U+%04X".formatted(character), name(character));
                suites.put(
                        "a tag with U+%04X".formatted(character),
                        ORDERS + "tags: \"a%s\"\n".formatted(escape(character)));
                suites.put("a value for a path with U+%04X".formatted(character), parameter(character));
            }
        }
        return files(suites);
    }

    /** Whole suites that may be understood, if at a cost. */
    List<HostileFile> heavySuites() {
        Map<String, String> suites = new LinkedHashMap<>();
        suites.put("the same group", scenarios("[" + many(i -> "jwt: core, ") + "]"));
        suites.put(
                "a scenario with many errors",
                scenarios("[no-token: {error: [" + many(i -> "e%d, ".formatted(i)) + "]}]"));
        suites.put("a value of references", value(fill("${KEY}")));
        suites.put("a value of commands and braces", value("{}".repeat(2_000) + fill("${command:print x}")));
        return files(suites);
    }

    private static List<HostileFile> files(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> new HostileFile(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Schemas that cannot be used, or not at a bearable cost; all are to be found while the suite is read. */
    List<HostileFile> schemas() {
        Map<String, String> schemas = new LinkedHashMap<>();
        schemas.put("itself", "{'$ref': '#'}");
        schemas.put("itself by its own name", "{'$id': 'https://a.example/s', '$ref': 'https://a.example/s'}");
        schemas.put("itself by its anchor", "{'$anchor': 'a', 'allOf': [{'$ref': '#a'}]}");
        schemas.put("itself by its dynamic anchor", "{'$dynamicAnchor': 'a', '$dynamicRef': '#a'}");
        schemas.put("itself behind another", "{'$ref': '#/$defs/a', '$defs': {'a': {'anyOf': [{'$ref': '#'}]}}}");
        schemas.put(
                "two that refer to each other", "{'$defs': {'a': {'$ref': '#/$defs/b'}, 'b': {'$ref': '#/$defs/a'}}}");
        schemas.put("itself where it is not", "{'not': {'$ref': '#'}}");
        schemas.put("itself then", "{'if': {'type': 'object'}, 'then': {'$ref': '#'}}");
        schemas.put("itself beside a name", "{'dependentSchemas': {'a': {'$ref': '#'}}}");
        schemas.put("another host", "{'$ref': 'http://127.0.0.1:1/schema.json'}");
        schemas.put("another host below", "{'properties': {'a': {'$ref': 'https://evil.example/s#/x'}}}");
        schemas.put("a file of the system", "{'$ref': 'file:///etc/passwd'}");
        schemas.put("a file beside", "{'$ref': 'other.schema.json'}");
        schemas.put("a class path", "{'$ref': 'classpath:draft/2020-12/schema'}");
        schemas.put("another host by its own name", "{'$id': 'https://evil.example/', '$ref': 'other'}");
        schemas.put("a place that is not", "{'$ref': '#/$defs/nobody'}");
        schemas.put("an anchor that is not", "{'$ref': '#nobody'}");
        schemas.put("no URI", "{'$ref': '#/ %%% '}");
        schemas.put("another draft", "{'$schema': 'http://json-schema.org/draft-07/schema#'}");
        schemas.put("a draft of its own", "{'$schema': 'http://127.0.0.1:1/mine'}");
        schemas.put("a pattern that is none", "{'pattern': '('}");
        schemas.put("a name's pattern that is none", "{'patternProperties': {'[': true}}");
        schemas.put("a pattern as long as the file", "{'pattern': '" + fill("(") + "'}");
        schemas.put("a type that is none", "{'type': 'objekt'}");
        schemas.put("a keyword that is none", "{'requird': ['a']}");
        schemas.put("many keywords that are none", "{" + many("'k%d': 1, "::formatted) + "'z': 1}");
        schemas.put("many faults", "{'allOf': [" + many(i -> "{'type': 'x%d'}, ".formatted(i)) + "true]}");
        schemas.put("many schemas", "{'allOf': [" + "{}, ".repeat(6_000) + "true]}");
        schemas.put(
                "a chain",
                "{'$ref': '#/$defs/a0', '$defs': {" + many(i -> "'a%d': {'$ref': '#/$defs/a%d'}, ".formatted(i, i + 1))
                        + "'z': true}}");
        schemas.put("a deep one", "{'items': ".repeat(150) + "true" + "}".repeat(150));
        schemas.put("a deeper one", fill("{'items': "));
        schemas.put("a list", "[]");
        schemas.put("a text", "'a'");
        schemas.put("a number", "17");
        schemas.put("null", "null");
        schemas.put("a key twice", "{'type': 'object', 'type': 'array'}");
        return schemas.entrySet().stream()
                .map(entry -> new HostileFile(entry.getKey(), entry.getValue().replace('\'', '"')))
                .toList();
    }

    /**
     * Places in a folder where no text is to be had: they exist or are left out where this system has no such thing.
     *
     * @return by what they are, their names in the folder
     */
    static Map<String, String> places(Path folder) throws IOException, InterruptedException {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("nothing", "nowhere");
        places.put("a folder", name(Files.createDirectories(folder.resolve("folder"))));
        places.put("a link to nothing", name(Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"))));
        places.put("a link to itself", name(Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"))));
        Files.createSymbolicLink(folder.resolve("to"), Path.of("fro"));
        places.put("a link in a circle", name(Files.createSymbolicLink(folder.resolve("fro"), Path.of("to"))));
        for (String device : List.of("/dev/zero", "/dev/null", "/dev/tty", "/dev/stdin")) {
            if (Files.exists(Path.of(device))) {
                Path link = folder.resolve(device.substring("/dev/".length()));
                places.put("a link to " + device, name(Files.createSymbolicLink(link, Path.of(device))));
            }
        }
        if (madePipe(folder.resolve("pipe"))) {
            places.put("a pipe", "pipe");
            places.put("a link to a pipe", name(Files.createSymbolicLink(folder.resolve("to-pipe"), Path.of("pipe"))));
        }
        Path secret = Files.writeString(folder.resolve("secret"), "a");
        if (secret.toFile().setReadable(false) && !Files.isReadable(secret)) {
            places.put("a file that nobody may read", name(secret));
        }
        Path sparse = folder.resolve("sparse");
        try (var file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(1L << 40);
            places.put("a tebibyte of nothing", name(sparse));
        } catch (IOException e) {
            // This file system has no files with holes.
            Files.deleteIfExists(sparse);
        }
        return places;
    }

    private static boolean madePipe(Path pipe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static final String ORDERS = SuiteFiles.ORDERS;

    private static String scenarios(String list) {
        return ORDERS.replace("[no-token, expired-token]", list);
    }

    private String waivers(IntFunction<String> waiver) {
        return ORDERS + "waivers:\n" + many(i -> "  - %s\n".formatted(waiver.apply(i)));
    }

    private String operations(IntFunction<String> operation) {
        return ORDERS.replaceFirst("(?s)operations:.*(?=scenarios)", "operations:\n")
                .replace("scenarios:", many(i -> "  - " + operation.apply(i) + "\n") + "scenarios:");
    }

    private static String operation(String path) {
        return ORDERS.replace("  - GET /orders:  {scope: orders:read}", "  - GET " + path);
    }

    private static String value(String text) {
        return ORDERS.replace("${KEY}", text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static String path(int character) {
        return operation("x").replace("GET x", "\"GET /orders/a%s\"".formatted(escape(character)));
    }

    private static String name(int character) {
        return ORDERS.replace("Orders API", "\"Orders %sAPI\"".formatted(escape(character)));
    }

    private static String parameter(int character) {
        return operation("/{id}: {path: {id: \"a%s\"}}".formatted(escape(character)));
    }

    private static String escape(int character) {
        return "\\U%08x".formatted(character);
    }

    private static String aliases() {
        return ORDERS.replace(
                "operations:",
                "operations:\n  - &a GET /orders/1: &k {" + "x".repeat(10) + ": 1}\n" + "  - *a\n".repeat(50));
    }

    private String merges() {
        return "a0: &a0 {k0: x}\n" + many(i -> "a%d: &a%d {<<: *a%d, k%d: x}\n".formatted(i + 1, i + 1, i, i + 1));
    }

    private String fill(String text) {
        return text.repeat(Math.max(1, size / text.getBytes(UTF_8).length));
    }

    /** As many as a large file has lines. */
    private String many(IntFunction<String> part) {
        return IntStream.range(0, size / 32).mapToObj(part).collect(Collectors.joining());
    }
}
