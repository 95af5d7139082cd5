package dev.naysayer.dsl.read;

import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SuiteFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code body:}, {@code body-file:} and {@code media-type:} of an operation. */
final class BodyParser {

    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(?: *; *[\\w!#$&^.+-]+=(?:\"[ !#-\\[\\]-~]*\"|[\\w!#$&'*^.+/:=-]+))*+");

    private final Problems problems;
    private final Interpolation interpolation;

    BodyParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** The body of an operation; where it says none, the one that its kind has. */
    @Nullable
    RequestBody parse(Fields operation, OperationKind kind) {
        if (!kind.isEndpoint()) {
            return parse(operation);
        }
        for (String other : List.of("media-type", "body-file")) {
            Node node = operation.get(other);
            if (node != null) {
                problems.at(
                        node,
                        "the %s takes a form".formatted(kind.words()),
                        "leave '%s' out, and write the form's texts below 'body'".formatted(other));
            }
        }
        Node body = operation.get("body");
        return body == null || Fields.isEmpty(body) ? kind.body() : body(body, RequestBody.FORM, kind);
    }

    private @Nullable RequestBody parse(Fields operation) {
        Node typed = operation.get("media-type");
        Node file = operation.get("body-file");
        Node written = operation.get("body");
        Node body = written == null || Fields.isEmpty(written) ? null : written;
        String type = mediaType(typed);
        if (file != null && body != null) {
            problems.at(file, "'body' says already what is sent", "keep one of 'body' and 'body-file'");
        }
        if (file != null) {
            return file(file, typed, type);
        }
        if (body == null) {
            if (typed != null) {
                problems.at(typed, "there is no body that this is the type of", "add 'body', or leave it out");
            }
            return null;
        }
        return typed != null && type == null ? null : body(body, type, OperationKind.RESOURCE);
    }

    private @Nullable RequestBody body(Node body, @Nullable String type, OperationKind kind) {
        if (RequestBody.isForm(type) && body instanceof MappingNode) {
            return new FormBody(problems, interpolation, kind).parse(body, type);
        }
        if (RequestBody.isJson(type)) {
            return new JsonBody(problems, interpolation).parse(body, type);
        }
        if (body instanceof ScalarNode text) {
            Template template = kind.isEndpoint() ? interpolation.renewed(text) : interpolation.template(text, false);
            return template == null ? null : RequestBody.of(type, template);
        }
        problems.at(
                body,
                "only JSON and forms are written as YAML, and this is the body of another type",
                "write it as text, or name a file: 'body-file: body.xml'");
        return null;
    }

    private @Nullable RequestBody file(Node node, @Nullable Node typed, @Nullable String type) {
        if (typed == null) {
            problems.at(node, "nobody knows of what type the file is", "say it: 'media-type: text/csv'");
        }
        ScalarNode scalar = Fields.scalar(node, "'body-file'", problems);
        String path = scalar == null ? null : interpolation.resolve(scalar);
        if (scalar == null || path == null) {
            return null;
        }
        try {
            String bytes = new String(interpolation.folder().readBytes(scalar, path), StandardCharsets.ISO_8859_1);
            Template text = new Template(List.of(Template.Piece.given("${file:%s}".formatted(path), bytes)));
            return interpolation.isAffordable(scalar, bytes) ? new RequestBody(type, text, true, List.of()) : null;
        } catch (SuiteFolder.Unreachable e) {
            problems.at(scalar, String.valueOf(e.getMessage()), e.nextStep);
            return null;
        }
    }

    private @Nullable String mediaType(@Nullable Node node) {
        ScalarNode type = Fields.scalar(node, "'media-type'", problems);
        String resolved = type == null ? null : interpolation.resolve(type);
        if (type != null && resolved != null && !MEDIA_TYPE.matcher(resolved).matches()) {
            problems.at(type, "this is not a media type", "write it as 'application/merge-patch+json'");
            return null;
        }
        return resolved;
    }
}
