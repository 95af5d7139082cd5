package dev.naysayer.cli;

import dev.naysayer.engine.rule.remedy.Framework;
import dev.naysayer.engine.rule.remedy.Remedy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How something is mended: in all frameworks, or in the one that is asked for. */
final class FrameworkOption {

    @Option(
            names = "--framework",
            paramLabel = "NAME",
            description = "How to mend it in one framework only: spring, aspnet, express, fastapi, kong, envoy, nginx.")
    private @Nullable Framework only;

    /** @throws Unusable where the whole catalogue is listed, which tells nothing of frameworks */
    void wants(String parameter, @Nullable Object given) {
        if (only != null && given == null) {
            throw new Unusable("--framework tells how one is mended: add %s".formatted(parameter));
        }
    }

    /** @param otherwise why there is none, for whoever asks for one */
    void tell(Console console, Optional<Remedy> remedy, String otherwise) {
        if (remedy.isPresent()) {
            tell(console, remedy.get());
        } else if (only != null) {
            console.blank();
            console.say(otherwise);
        }
    }

    private void tell(Console console, Remedy remedy) {
        console.blank();
        console.say("%s (%s in docs/FIXES.md)".formatted(remedy.title(), remedy.id()));
        for (Framework framework : only == null ? Arrays.asList(Framework.values()) : List.of(only)) {
            Remedy.Way way = Objects.requireNonNull(remedy.ways().get(framework));
            console.blank();
            console.say("  " + framework.title());
            way.steps().forEach(step -> console.say("    " + step));
            for (URI source : way.sources()) {
                console.say("    " + source);
            }
        }
    }
}
