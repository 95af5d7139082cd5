package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A BOM that sets a library back is told by the library's name, not by a missing class. */
class LibraryJarsTest {

    private static final ClassLoader HERE = LibraryJarsTest.class.getClassLoader();

    @Test
    void what_naysayer_is_built_with_is_new_enough() {
        assertThat(LibraryJars.problem(HERE)).isEmpty();
    }

    @Test
    void each_library_that_is_too_old_is_named_with_what_to_set() {
        assertThat(LibraryJars.problem(without("com.fasterxml.jackson.annotation.JsonSerializeAs")))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith(
                                "the class path has an older version than com.fasterxml.jackson.core:jackson-annotations 2.21,")
                        .contains("dependencyManagement")
                        .doesNotContain("networknt"));
        assertThat(LibraryJars.problem(without("com.networknt.schema.SchemaRegistry")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("com.networknt:json-schema-validator 3"));
    }

    private static ClassLoader without(String type) {
        return new ClassLoader(HERE) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.equals(type)) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
