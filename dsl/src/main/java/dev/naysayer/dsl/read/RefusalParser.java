package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code refusals:} of a suite or an operation: what all its refusals have in common, and those of each cause. */
public final class RefusalParser {

    private static final String RESOURCE_FIRST = "resource-first";
    public static final Set<String> ORDERS = Set.of("authentication-first", RESOURCE_FIRST);

    private final Problems problems;
    private final PromiseParser promises;

    RefusalParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.promises = new PromiseParser(problems, interpolation);
    }

    /** @param form {@link Format#REFUSALS} of a suite, {@link Format#OPERATION_REFUSALS} of an operation */
    Refusals parse(@Nullable Node node, Form form) {
        if (node == null) {
            return Refusals.UNDECLARED;
        }
        Fields fields = Fields.of(node, form, problems);
        Map<CauseKind, Promise> kinds = new EnumMap<>(CauseKind.class);
        for (CauseKind kind : CauseKind.values()) {
            Node ofKind = fields.get(kind.yaml());
            if (ofKind != null) {
                String name = "'%s'".formatted(kind.yaml());
                kinds.put(
                        kind,
                        promises.parse(Fields.of(ofKind, name, Format.SCENARIO, problems), PromiseParser.Place.MANY));
            }
        }
        return new Refusals(
                promises.parse(fields, PromiseParser.Place.MANY), kinds, resourceFirst(fields.get("order")));
    }

    private boolean resourceFirst(@Nullable Node node) {
        ScalarNode order = Fields.scalar(node, "'order'", problems);
        if (order != null && !ORDERS.contains(order.getValue())) {
            problems.unknown(order, "order", order.getValue(), ORDERS);
        }
        return order != null && order.getValue().equals(RESOURCE_FIRST);
    }
}
