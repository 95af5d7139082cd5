package dev.naysayer.engine.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class SpringTestsTest {

    /** As {@code @SpringBootTest} is one. */
    @BootstrapWith
    @Retention(RetentionPolicy.RUNTIME)
    @interface Booted {}

    @Booted
    static class Marked {}

    @ContextConfiguration
    static class Plain {}

    @SpringJUnitConfig
    static class Composed {}

    static class BySuperclass extends Marked {}

    @Booted
    interface Context {}

    static class ByInterface implements Context {}

    @Deprecated
    static class Unmarked {}

    @ParameterizedTest
    @ValueSource(classes = {Marked.class, Plain.class, Composed.class, BySuperclass.class, ByInterface.class})
    void a_class_is_known_by_what_springs_annotations_are_made_of(Class<?> type) {
        assertThat(SpringTests.target(type)).containsInstanceOf(SpringTarget.class);
    }

    @Test
    void another_class_is_not() {
        assertThat(SpringTests.target(Unmarked.class)).isEmpty();
    }

    @Test
    void without_spring_no_class_is_one_and_nothing_of_it_is_missed() throws Exception {
        try (WithoutSpring loader = new WithoutSpring()) {
            Class<?> door = loader.loadClass(SpringTests.class.getName());
            Class<?> type = loader.loadClass(Marked.class.getName());

            Object target = door.getMethod("target", Class.class).invoke(null, type);

            assertThat(door).isNotEqualTo(SpringTests.class);
            assertThat(type.getAnnotations()).isNotEmpty();
            assertThat(target).isEqualTo(Optional.empty());
        }
    }

    /** Sees what the tests see, but for Spring; what names Spring it defines itself. */
    private static final class WithoutSpring extends URLClassLoader {

        WithoutSpring() {
            super(
                    new URL[] {location(SpringTests.class), location(SpringTestsTest.class)},
                    SpringTestsTest.class.getClassLoader());
        }

        private static URL location(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.springframework.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(SpringTests.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
