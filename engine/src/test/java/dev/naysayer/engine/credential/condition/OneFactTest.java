package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credential.Part;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.RequestForm;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.exchange.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad credential is the good one but for what its condition says, and keeps every secret. */
class OneFactTest {

    private static final Set<String> FACTS = Set.of(
            "credential",
            "auth-scheme",
            "header name",
            "separator",
            "place",
            "repetition",
            "text",
            "path",
            "method",
            "body",
            "form",
            ConditionInfo.ACCEPT,
            "field Origin",
            "field Sec-Fetch-Site",
            "field Content-Type",
            "protocol",
            "username",
            "realm",
            "nonce",
            "uri",
            "cnonce",
            "response",
            "algorithm",
            "opaque",
            "qop",
            "nc");

    /** Parameters of an answer to a challenge. */
    private static final Set<String> OF_ANSWERS =
            Set.of("username", "realm", "nonce", "cnonce", "uri", "response", "algorithm", "opaque", "qop", "nc");

    /** Facts that leave nothing of the good carrier to compare with. */
    private static final Set<String> ELSEWHERE = Set.of("credential", "place", "repetition");

    static Stream<Arguments> cases() {
        return Trial.ALL.stream()
                .flatMap(trial -> trial.conditions().stream()
                        .map(condition -> Arguments.of(trial, condition.info().name(), condition)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void what_a_condition_does_not_say_it_does_not_change(Trial trial, String name, CredentialCondition condition)
            throws NotObtainable, SourceFailed {
        List<String> facts = condition.info().changes();
        Presentation good = trial.present(trial.good());
        Credential bad = trial.credential(condition);

        assertThat(facts).isNotEmpty().isSubsetOf(FACTS);
        assertThat(bad.protocol() != Credential.Protocol.ANY).isEqualTo(facts.contains("protocol"));
        if (!facts.contains("method")) {
            assertThat(bad.line().method()).isNull();
        }
        if (!facts.contains("path") && !facts.contains("place")) {
            assertThat(bad.line().target().apply(Shown.TARGET)).isEqualTo(Shown.TARGET);
        }
        if (facts.stream().noneMatch(ELSEWHERE::contains)) {
            assertThat(bad.content() != null).isEqualTo(facts.contains("body"));
            if (facts.contains("form") || good.place() == Presentation.Place.CLIENT_FORM) {
                assertThat(bad.fields()).isEqualTo(good.declared().fields());
            } else {
                assertSameCarrier(facts, good, bad);
            }
        }
    }

    /** What it puts into an empty form. */
    private static List<Part> form(Credential credential) {
        Credential.Content content = credential.formed(RequestForm.EMPTY).content();
        RequestForm form = content == null ? null : content.form();
        return form == null ? List.of() : form.body();
    }

    /** One part in the declared place, and in it all that the condition does not change. */
    private static void assertSameCarrier(List<String> facts, Presentation good, Credential bad) {
        List<Part> parts = new ArrayList<>(bad.fields());
        assertThat(parts.removeIf(part -> part.name().equals("Accept")))
                .isEqualTo(facts.contains(ConditionInfo.ACCEPT));
        for (String field : CrossSite.FIELDS) {
            assertThat(parts.removeIf(part -> part.name().equals(field))).isEqualTo(facts.contains("field " + field));
        }
        assertThat(good.alone().fields()).allMatch(parts::remove);
        parts.addAll(bad.query());
        parts.addAll(form(bad));
        Part declared = Stream.of(good.declared().fields(), good.declared().query(), form(good.declared()))
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        String text = parts.get(0).value().reveal();

        assertThat(parts).hasSize(1);
        assertThat(bad.query()).hasSameSizeAs(good.declared().query());
        if (facts.contains("header name")) {
            assertThat(parts.get(0).name())
                    .isEqualToIgnoringCase(declared.name())
                    .isNotEqualTo(declared.name());
        } else {
            assertThat(parts.get(0).name()).isEqualTo(declared.name());
        }
        if (!facts.contains("auth-scheme")) {
            assertThat(text.strip()).startsWith(good.authScheme());
        }
        if (!facts.contains("text")) {
            assertThat(values(good, facts)).anyMatch(text.strip()::endsWith);
        }
        if (!facts.contains("separator") && !facts.contains("auth-scheme")) {
            assertThat(text).startsWith(good.authScheme().isEmpty() ? "" : good.authScheme() + " ");
        }
    }

    /** What answers a challenge is made while it is sent, so it is told in a word: another answer, or the good one at another time. */
    private static List<String> values(Presentation good, List<String> facts) {
        if (good.reply() == null) {
            return List.of(good.value().reveal());
        }
        return facts.stream().anyMatch(OF_ANSWERS::contains) ? List.of("(answer)", "(changed)") : List.of("(answer)");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void a_condition_differs_from_the_good_credential(Trial trial, String name, CredentialCondition condition)
            throws NotObtainable, SourceFailed {
        assertThat(new Shown(trial.marks()).of(trial.credential(condition)))
                .isNotEqualTo(
                        new Shown(trial.marks()).of(trial.present(trial.good()).declared()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void whoever_hides_the_secrets_of_a_credential_hides_all_of_it(
            Trial trial, String name, CredentialCondition condition) throws NotObtainable, SourceFailed {
        for (Credential credential : withThoseBefore(trial.credential(condition))) {
            Redactor redactor = new Redactor();
            credential.secrets().forEach(redactor::register);
            String shown =
                    String.join("\n", texts(credential).map(redactor::redact).toList());

            assertThat(trial.marks().keySet().stream()
                            .filter(mark -> !credential.madeUp().contains(new Secret(mark)))
                            // A client's identifier is no secret (RFC 6749 section 2.2).
                            .filter(mark -> !(trial.traits().contains(Trait.CLIENT) && mark.equals(Marks.USER)))
                            .flatMap(OneFactTest::windows))
                    .as("pieces of a credential that %s leaves to be seen", name)
                    .isNotEmpty()
                    .noneMatch(shown::contains);
        }
    }

    private static List<Credential> withThoseBefore(Credential credential) {
        List<Credential> all = new ArrayList<>(credential.before());
        all.add(credential);
        return all;
    }

    private static Stream<String> texts(Credential credential) {
        Stream<Secret> parts = Stream.concat(credential.fields().stream(), credential.query().stream())
                .map(Part::value);
        Stream<Secret> body = credential.content() == null
                ? Stream.empty()
                : Stream.of(credential.content().text());
        return Stream.concat(
                Stream.concat(parts, body).map(Secret::reveal),
                Stream.of(credential.line().target().apply(Shown.TARGET)));
    }

    private static Stream<String> windows(String text) {
        return IntStream.rangeClosed(0, text.length() - 8).mapToObj(i -> text.substring(i, i + 8));
    }

    /** N conditions and M schemes need no N × M: a scheme that nobody has heard of is carried in every wrong way too. */
    @Test
    void a_condition_for_Authorization_knows_no_scheme() {
        Presentation ticket =
                new Presentation(Presentation.Place.HEADER, "X-Ticket", "Ticket", new Secret(Marks.TOKEN));
        List<CredentialCondition> conditions = CredentialConditions.ALL.stream()
                .filter(condition -> condition.info().appliesTo() == Trait.AUTHORIZATION)
                .toList();

        assertThat(conditions).hasSizeGreaterThan(25).allSatisfy(condition -> {
            Blueprint blueprint =
                    condition.applyTo(Blueprint.good(condition.info().name(), List.of()));
            assertThat(blueprint.need()).isIn(TokenNeed.Kind.NONE, TokenNeed.Kind.GOOD);
            assertThat(blueprint.carriage().carry(ticket).fields())
                    .as(condition.info().name())
                    .isNotEmpty()
                    .allMatch(field -> field.name().equalsIgnoreCase("X-Ticket"));
        });
    }
}
