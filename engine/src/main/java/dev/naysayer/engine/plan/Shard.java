package dev.naysayer.engine.plan;

import dev.naysayer.dsl.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of every suite that one of several machines runs.
 *
 * <p>Problem: cases have to be parted without anybody who knows all machines, and a case that is added must not move another. So
 * its id alone may decide. Constraint: an operation's control runs once before its refusals, and creates something where the
 * operation does; rules judge a refusal beside what nobody gets and what the control gets; comparisons look at causes of one
 * operation, and at GET and HEAD of one path; what one operation does to a resource the next one sees. Choice: the part of the id
 * that all of these share decides, suite and path, so each control is sent by one shard only and no rule knows less than in one
 * run. The price: shards are as even as paths are many, and one path is never parted.
 *
 * @param number which one it is, counted from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {

    /** All there is. */
    public static final Shard WHOLE = new Shard(1, 1);

    /** There may be so many. */
    public static final int MOST = 999;

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2})/([1-9]\\d{0,2})");

    public Shard {
        if (number < 1 || number > of || of > MOST) {
            throw new IllegalArgumentException("there is no shard %d of %d".formatted(number, of));
        }
    }

    /** What {@code 2/8} says; empty where that is none. */
    public static Optional<Shard> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        int of = Integer.parseInt(parts.group(2));
        return number > of ? Optional.empty() : Optional.of(new Shard(number, of));
    }

    public boolean isWhole() {
        return of == 1;
    }

    /** Whether a case is run by it: by this one and by no other of as many. */
    public boolean has(ContractCase it) {
        return isWhole() || numberOf(it, of) == number;
    }

    /** Those of a suite's cases that it runs, in their order. */
    public List<ContractCase> of(List<ContractCase> cases) {
        return isWhole() ? cases : cases.stream().filter(this::has).toList();
    }

    /** Which one of so many runs a case. */
    static int numberOf(ContractCase it, int of) {
        String path = it.operation().resource();
        // Paths are often alike but for a number, which simpler hashes do not spread.
        byte[] digest = Sha256.of(it.suite().name() + "\n" + path);
        return 1 + (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), of);
    }

    /** {@code 2/8}. */
    @Override
    public String toString() {
        return number + "/" + of;
    }

    /** {@code shard 2 of 8}. */
    public String words() {
        return "shard %d of %d".formatted(number, of);
    }
}
