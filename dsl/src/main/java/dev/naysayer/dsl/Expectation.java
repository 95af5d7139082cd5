package dev.naysayer.dsl;

import java.util.List;

/**
 * What a refusal has to look like.
 *
 * @param statuses the statuses that are right, at least one
 * @param errors the codes of the challenge that are right (RFC 6750 section 3.1); empty when the challenge must carry none
 */
public record Expectation(List<Integer> statuses, List<String> errors) {}
