package dev.naysayer.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code *.auth.yaml} file, read and found without a problem.
 *
 * @param name what the API is called
 * @param at the first line of the file
 * @param tags what all its tests can be selected by
 * @param target the API's base URL, or null where only the run can say
 * @param credential how credentials travel and where good ones come from
 * @param operations in the file's order, at least one
 * @param refusals what every refusal has in common
 * @param scenarios in the file's order, at least one
 */
public record Suite(
        String name,
        Position at,
        List<String> tags,
        @Nullable String target,
        CredentialDeclaration credential,
        List<Operation> operations,
        Refusals refusals,
        List<Scenario> scenarios) {}
