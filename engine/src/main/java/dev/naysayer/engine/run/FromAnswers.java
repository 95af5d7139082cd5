package dev.naysayer.engine.run;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Preceding;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What requests take from answers to good credentials, {@code headers: {Mcp-Session-Id: {from: POST /mcp initialize}}}.
 *
 * <p>Problem: a server gives out an id, wants it with each further request, and asks whose it is. Choice: it comes from the answer to the
 * very credentials that the case is made of, bad as they may be there; where these have none, from the operation's own control.
 */
final class FromAnswers {

    /** What can be sent as one header, and is no flood. */
    private static final Pattern SENDABLE = Pattern.compile("[ -~]{1,8000}");

    private final Answers answers;
    private final Map<String, List<ContractCase>> controls;
    private final Map<String, Operation> operations;
    private final Map<String, List<Operation>> before = new ConcurrentHashMap<>();

    /** @param plan all cases of the suite, in their order */
    FromAnswers(Answers answers, Collection<ContractCase> plan) {
        this.answers = answers;
        this.controls = plan.stream()
                .filter(it -> it.role() == CaseRole.CONTROL || it.role() == CaseRole.ALLOWED)
                .collect(Collectors.groupingBy(it -> it.operation().name()));
        this.operations = plan.stream()
                .map(ContractCase::operation)
                .collect(Collectors.toMap(
                        Operation::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** The cases that have to be let in before this one is sent. */
    List<ContractCase> before(ContractCase it) {
        return before
                .computeIfAbsent(it.operation().name(), name -> Preceding.of(it.operation(), operations.values()))
                .stream()
                .flatMap(operation -> giver(it, operation.name()).stream())
                .toList();
    }

    /** The same with what those answered; what they did not say is left out. */
    ContractCase filled(ContractCase it) {
        List<RequestFields.Field> said = new ArrayList<>();
        it.operation().fields().fromAnswers().forEach(field -> said(it, field).ifPresent(said::add));
        return said.isEmpty() ? it : it.on(it.operation().adding(new RequestFields(said, List.of())));
    }

    /** What this answer gives to other requests: whoever reads it there can go on where it leads. */
    List<Secret> given(ContractCase it, Response response) {
        return operations.values().stream()
                .flatMap(operation -> operation.fields().fromAnswers())
                .filter(field -> it.operation().name().equals(field.from()))
                .flatMap(field -> response.headers(field.name()).stream())
                .filter(FromAnswers::isWhole)
                .map(Secret::new)
                .distinct()
                .toList();
    }

    private Optional<RequestFields.Field> said(ContractCase it, RequestFields.Field field) {
        return giver(it, Objects.requireNonNull(field.from()))
                .flatMap(giver -> answers.header(giver.name(), field.name()))
                .filter(text -> SENDABLE.matcher(text).matches() && isWhole(text))
                .map(field::said);
    }

    /** Of what a run knows as a secret already an answer shows nothing any more. */
    private static boolean isWhole(String text) {
        return !text.contains(Redactor.MARK);
    }

    private Optional<ContractCase> giver(ContractCase it, String operation) {
        List<ContractCase> all = controls.getOrDefault(operation, List.of());
        return all.stream()
                .filter(control -> presented(control).equals(presented(it)))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Set<CredentialDeclaration> presented(ContractCase it) {
        return it.presents().all().collect(Collectors.toUnmodifiableSet());
    }
}
