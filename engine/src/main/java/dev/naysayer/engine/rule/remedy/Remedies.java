package dev.naysayer.engine.rule.remedy;

import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.answer.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every remedy, in the order in which a reader should meet them. */
public final class Remedies {

    private static final String FILE = "remedies.json";

    public static final List<Remedy> ALL = read();

    private Remedies() {}

    /** The remedy of a rule; empty where no framework has a say in it, so that the rule's own words are all there is. */
    public static Optional<Remedy> ofRule(String id) {
        return ALL.stream().filter(remedy -> remedy.rules().contains(id)).findFirst();
    }

    /** The remedy of the most specific rule about a credential of this condition; empty where only general ones judge it. */
    public static Optional<Remedy> ofCondition(String name) {
        return Rules.ALL.stream()
                .filter(AdmissionRule.class::isInstance)
                .map(AdmissionRule.class::cast)
                .filter(rule -> rule.admission().conditions().contains(name))
                .findFirst()
                .flatMap(rule -> ofRule(rule.info().id()));
    }

    private static List<Remedy> read() {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = Objects.requireNonNull(Remedies.class.getResourceAsStream(FILE), FILE)) {
            return List.copyOf(json.readValue(file, new TypeReference<List<Remedy>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
