package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.SUITE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.Admission.Demand;
import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.RuleInfo;
import java.util.Set;

/** Which answers to Digest challenges must not be let in; each constant is a rule, and its id is the constant's name. */
@SuppressWarnings("ImmutableEnumChecker") // words and names never change
enum DigestRule implements AdmissionRule {
    DIGEST_RESPONSE_CHECKED(
            Demand.REFUSED,
            rule("digest-response-checked", MUST, rfc(7616, "3.6"))
                    .summary("A response that does not fit password, method and body is refused")
                    .why("The response is all that shows who asks, and for what.")
                    .clients("Honest ones never send this; an attacker sends what was caught, for something else.")
                    .fix("Calculate the response anew of the request as it came, and compare it."),
            "digest-wrong-response",
            "digest-other-method",
            "digest-other-body"),
    DIGEST_URI_CHECKED(
            Demand.REFUSED,
            rule("digest-uri-checked", MUST, rfc(7616, "3.4.6"))
                    .summary("A response for another uri than the request target is refused")
                    .why("Who catches a response for one resource opens every other one with it.")
                    .clients("Honest ones never send this, unless a proxy rewrote the path: then 400 tells them so.")
                    .fix("Compare uri with the request target, and answer 400 where they differ."),
            "digest-other-uri"),
    DIGEST_NONCE_CHECKED(
            Demand.REFUSED,
            rule("digest-nonce-checked", SECURITY_ADVICE, rfc(7616, "5.5"))
                    .summary("A nonce that the API never gave is refused")
                    .why("Who takes any nonce takes one response for ever, from whoever caught it.")
                    .clients("They keep their first nonce, and work until the API begins to look.")
                    .fix("Make nonces that you recognise, by a key or a table, and refuse all others."),
            "digest-forged-nonce"),
    DIGEST_NONCE_EXPIRES(
            Demand.REFUSED,
            rule("digest-nonce-expires", MUST, SUITE)
                    .summary("A nonce that is older than the suite's nonce-lifetime is refused")
                    .why("A nonce that holds for ever makes of a caught response a password.")
                    .clients("Honest ones are told stale=true, answer anew, and see no difference.")
                    .fix(
                            "Write the time into the nonce, and answer one that is too old by 401 with stale=true and a new one."),
            "digest-stale-nonce"),
    DIGEST_REPLAY_REFUSED(
            Demand.REFUSED,
            rule("digest-replay-refused", ADVICE, rfc(7616, "3.4"))
                    .summary("The same count with the same nonce is refused the second time")
                    .why("Who has seen one request can send it again.")
                    .clients("Honest ones count on, so they see no difference.")
                    .fix("Keep the highest nc of each nonce, and refuse what does not go beyond it."),
            "digest-nc-repeated"),
    DIGEST_USER_NAMED_ONCE(
            Demand.REFUSED,
            rule("digest-user-named-once", MUST, rfc(7616, "3.4"))
                    .summary("An answer with username and username* is refused")
                    .why(
                            "Of two names one is looked up and the other one logged, or judged by whoever stands before the API.")
                    .clients("Honest ones send one of the two.")
                    .fix("Look for both parameters, and answer 400 where both are there."),
            "digest-two-user-names"),
    IMPROPER_DIGEST_GETS_4XX(
            Demand.CLIENT_ERROR,
            rule("improper-digest-gets-4xx", ADVICE, rfc(7616, "3.4"))
                    .summary("A parameter that is missing, improper or was not offered gets a 4xx")
                    .why(
                            "What is let in although it is broken is read otherwise by somebody else; a crash blames the API.")
                    .clients("They never learn that they are wrong, or take the API for down and try again.")
                    .fix("Check all parameters before anything is calculated, and answer 400."),
            "digest-no-cnonce",
            "digest-other-qop",
            "digest-two-user-names",
            "digest-nc-not-hex");

    private final Admission admission;

    DigestRule(Demand demand, RuleInfo info, String... conditions) {
        this.admission = new Admission(demand, Trait.DIGEST, Set.of(conditions), info);
    }

    @Override
    public Admission admission() {
        return admission;
    }
}
