package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is searched for secrets is all that is told: a member that is new is in it, or this is red. */
class OutcomeTextsTest {

    private final List<String> texts = new ArrayList<>();

    @Test
    void every_text_of_a_case_is_in_it() throws ReflectiveOperationException {
        List<String> all = OutcomeTexts.of((CaseOutcome) filled(CaseOutcome.class));

        assertThat(texts).hasSizeGreaterThan(30);
        assertThat(all).containsAll(texts);
    }

    @Test
    void every_text_of_a_comparison_is_in_it() throws ReflectiveOperationException {
        List<String> all = OutcomeTexts.of((ComparisonOutcome) filled(ComparisonOutcome.class));

        assertThat(texts).hasSizeGreaterThan(25);
        assertThat(all).containsAll(texts);
    }

    @Test
    void every_text_of_a_waiver_is_in_it() throws ReflectiveOperationException {
        List<String> all = OutcomeTexts.of((WaiverOutcome) filled(WaiverOutcome.class));

        assertThat(texts).hasSize(12);
        assertThat(all).containsAll(texts);
    }

    /** With another text in each member of this type, and in each member of what it holds. */
    private Object filled(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            return List.of(filled(list.getActualTypeArguments()[0]));
        }
        Class<?> of = (Class<?>) type;
        if (of == String.class) {
            texts.add("text %d".formatted(texts.size() + 1));
            return texts.get(texts.size() - 1);
        }
        if (of == int.class || of == Integer.class) {
            return 401;
        }
        if (of == Long.class) {
            return 12L;
        }
        if (of == boolean.class) {
            return true;
        }
        if (of == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (of.isEnum()) {
            return of.getEnumConstants()[0];
        }
        RecordComponent[] members = of.getRecordComponents();
        Object[] values = new Object[members.length];
        for (int i = 0; i < members.length; i++) {
            values[i] = filled(members[i].getGenericType());
        }
        return of.getDeclaredConstructor(
                        Arrays.stream(members).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(values);
    }
}
