package dev.naysayer.house;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyShell;
import groovy.util.DelegatingScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Jenkinsfile}, read as Jenkins reads it: as a Groovy script, whose words are called and mean what they stand in.
 *
 * <p>Constraint: the checker of Jenkins itself is a running Jenkins. What words there are is for the test to say.
 */
final class DeclaredPipeline extends GroovyObjectSupport {

    /**
     * A word that was called.
     *
     * @param arguments without the block
     * @param block what stands in its braces
     * @param value what an {@code expression} comes to
     */
    record Word(
            String name,
            List<Object> arguments,
            List<Word> block,
            @Nullable Object value) {

        /** All of a name that stand right in it. */
        List<Word> all(String wanted) {
            return block.stream().filter(it -> it.name().equals(wanted)).toList();
        }

        Word one(String wanted) {
            List<Word> all = all(wanted);
            if (all.size() != 1) {
                throw new AssertionError("%s has %d times %s".formatted(name, all.size(), wanted));
            }
            return all.get(0);
        }

        /** Its only argument. */
        String text() {
            return arguments.get(0).toString();
        }

        /** It, and all that stands in it. */
        Stream<Word> deep() {
            return Stream.concat(Stream.of(this), block.stream().flatMap(Word::deep));
        }
    }

    private final Map<String, String> environment;
    private final List<Word> words = new ArrayList<>();

    private DeclaredPipeline(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @param environment what {@code env} has in the build that is played */
    static Word read(Path file, Map<String, String> environment) throws IOException {
        CompilerConfiguration form = new CompilerConfiguration();
        form.setScriptBaseClass(DelegatingScript.class.getName());
        DelegatingScript script = (DelegatingScript) new GroovyShell(form).parse(Files.readString(file));
        DeclaredPipeline top = new DeclaredPipeline(environment);
        script.setDelegate(top);
        script.run();
        return new Word("", List.of(), top.words, null).one("pipeline");
    }

    @Override
    public Object invokeMethod(String name, Object given) {
        List<Object> arguments = new ArrayList<>(Arrays.asList((Object[]) given));
        DeclaredPipeline block = new DeclaredPipeline(environment);
        Object value = null;
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Closure<?> braces) {
            arguments.remove(braces);
            braces.setDelegate(block);
            braces.setResolveStrategy(Closure.DELEGATE_ONLY);
            value = braces.call();
        }
        Word word = new Word(name, List.copyOf(arguments), block.words, value);
        words.add(word);
        return word;
    }

    /** {@code env}, or a word without arguments: {@code agent any}. */
    @Override
    public Object getProperty(String name) {
        return name.equals("env") ? environment : name;
    }

    /** {@code NAME = 'value'} in {@code environment}. */
    @Override
    public void setProperty(String name, Object value) {
        words.add(new Word(name, List.of(value), List.of(), null));
    }
}
