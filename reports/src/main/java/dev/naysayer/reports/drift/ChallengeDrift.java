package dev.naysayer.reports.drift;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Varying;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In what two {@code WWW-Authenticate} fields differ: what a gateway drops, quotes or folds on the way. */
final class ChallengeDrift {

    private static final String NONE = "none";

    private final List<Drift> found = new ArrayList<>();

    private ChallengeDrift() {}

    static List<Drift> between(Challenges first, Challenges second) {
        ChallengeDrift drift = new ChallengeDrift();
        drift.compare(first, second);
        return drift.found;
    }

    private void compare(Challenges first, Challenges second) {
        if (first.field() instanceof ChallengeField.Parsed one
                && second.field() instanceof ChallengeField.Parsed other) {
            compare(one.challenges(), other.challenges());
            if (found.isEmpty() && !first.written().equals(second.written())) {
                add(DriftKind.CHALLENGE_REWRITTEN, "WWW-Authenticate", first.text(), second.text());
            }
        } else if (!first.written().equals(second.written())) {
            add(DriftKind.CHALLENGE_UNREADABLE, "WWW-Authenticate", described(first), described(second));
        }
    }

    private static String described(Challenges it) {
        return it.field() instanceof ChallengeField.Broken broken ? broken.describe() : it.text();
    }

    private void compare(List<Challenge> first, List<Challenge> second) {
        Map<String, Challenge> one = byScheme(first);
        Map<String, Challenge> other = byScheme(second);
        Set<String> schemes = new LinkedHashSet<>(one.keySet());
        schemes.addAll(other.keySet());
        for (String scheme : schemes) {
            Challenge here = one.get(scheme);
            Challenge there = other.get(scheme);
            if (here != null && there != null) {
                compare(here, there);
            } else {
                add(DriftKind.CHALLENGE_DROPPED, scheme, text(here), text(there));
            }
        }
    }

    /** One scheme may be offered twice, for two realms. */
    private static Map<String, Challenge> byScheme(List<Challenge> all) {
        Map<String, Challenge> byScheme = new LinkedHashMap<>();
        for (Challenge it : all) {
            String scheme = it.scheme().toLowerCase(Locale.ROOT);
            String name = scheme;
            for (int number = 2; byScheme.containsKey(name); number++) {
                name = scheme + " " + number;
            }
            byScheme.put(name, it);
        }
        return byScheme;
    }

    private void compare(Challenge first, Challenge second) {
        if (!Objects.equals(first.token68(), second.token68())) {
            add(DriftKind.PARAMETER_CHANGED, first.scheme(), text(first), text(second));
        }
        Set<String> names = new LinkedHashSet<>();
        first.params().forEach(it -> names.add(it.name().toLowerCase(Locale.ROOT)));
        second.params().forEach(it -> names.add(it.name().toLowerCase(Locale.ROOT)));
        for (String name : names) {
            compare(
                    first.scheme() + " " + name,
                    name,
                    first.params(name).stream().findFirst().orElse(null),
                    second.params(name).stream().findFirst().orElse(null));
        }
    }

    private void compare(String what, String name, @Nullable AuthParam first, @Nullable AuthParam second) {
        if (first == null || second == null) {
            add(kind(name, DriftKind.PARAMETER_DROPPED), what, text(first), text(second));
        } else if (!masked(first).equals(masked(second))) {
            add(kind(name, DriftKind.PARAMETER_CHANGED), what, text(first), text(second));
        } else if (first.quoted() != second.quoted()) {
            add(DriftKind.PARAMETER_REQUOTED, what, text(first), text(second));
        }
    }

    /** What differs from one answer to the next anyway is known by its name, too. */
    private static String masked(AuthParam it) {
        return Varying.masked(it.name().toLowerCase(Locale.ROOT) + "=\"" + it.value() + "\"");
    }

    private static DriftKind kind(String name, DriftKind otherwise) {
        return name.equals("error") ? DriftKind.ERROR_CODE : otherwise;
    }

    private static String text(@Nullable AuthParam it) {
        return it == null
                ? NONE
                : it.quoted() ? "%s=\"%s\"".formatted(it.name(), it.value()) : it.name() + "=" + it.value();
    }

    private static String text(@Nullable Challenge it) {
        if (it == null) {
            return NONE;
        }
        List<String> params = it.params().stream().map(ChallengeDrift::text).toList();
        return "%s %s"
                .formatted(it.scheme(), it.token68() == null ? String.join(", ", params) : it.token68())
                .strip();
    }

    private void add(DriftKind kind, String what, String first, String second) {
        found.add(new Drift(kind, what, VisibleText.value(first), VisibleText.value(second)));
    }
}
