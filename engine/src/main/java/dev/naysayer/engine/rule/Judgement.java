package dev.naysayer.engine.rule;

/** A rule's words with what it says of one case. */
public record Judgement(RuleInfo rule, Verdict verdict) {}
