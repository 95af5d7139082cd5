package dev.naysayer.engine.junit;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/**
 * Has the tags of some of a suite's tests and nothing else, so that what the tags alone would let through can be seen.
 *
 * <p>Problem: JUnit takes out of the tree what a filter excludes, and tells nobody which filter it was. A tag may leave a suite empty;
 * a name that fits nothing is a mistake. Choice: whatever lets a probe through and none of its tests went by their names. It is no test,
 * has no source that a name could be matched with, and is taken out before anybody sees the tree.
 */
final class TagProbe extends AbstractTestDescriptor {

    static final String SEGMENT = "tags";

    private final Set<TestTag> tags;

    TagProbe(UniqueId uniqueId, Set<TestTag> tags) {
        super(uniqueId, "tags");
        this.tags = tags;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }
}
