// Runs once, after both builds of invoker.properties: what the README says of its suite is what comes out.
String log = new File(basedir, 'build.log').getText('UTF-8')
List<String> logs = log.split('Scanning for projects').toList().drop(1)
assert logs.size() == 2
def (String right, String flawed) = logs*.replaceAll('http://127\\.0\\.0\\.1:\\d+', 'http://localhost:8080')
String readme = new File(basedir, '../../../../README.md').getText('UTF-8')
String words = readme.replaceAll(/\s+/, ' ')

def counted = right =~ /(?m)^Orders API: (\d+) cases: (\d+) conforming; (\d+) comparisons: (\d+) conforming$/
assert counted: 'nothing is found at an API that is right'
def (int cases, int conforming, int comparisons, int kept) = counted[0].drop(1)*.toInteger()
assert [conforming, kept] == [cases, comparisons]
assert right.contains("Tests run: ${cases + comparisons}, Failures: 0, Errors: 0, Skipped: 0\n")

// Three operations, each with a control, and two of them with a second one.
int scenarios = (cases - 5).intdiv(3)
assert scenarios * 3 + 5 == cases
List<String> numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
["by two groups, $scenarios scenarios",
        "these are $cases cases",
        "${numbers[comparisons].capitalize()} *comparisons* then look at all answers together: ${cases + comparisons} tests"].each {
    assert words.contains(it): "the README says that '$it'"
}

// The message and the last lines of the console that the README shows.
List<String> shown = readme.substring(readme.indexOf('## What a failure looks like')).split('```')
        .toList().withIndex().findAll { it[1] % 2 == 1 }*.first
String failure = shown[0].strip()
assert failure.startsWith('Orders API › GET /orders › expired-token broke ')
assert flawed.contains(failure)
String counts = shown[1].strip().readLines()[0]
assert counts.startsWith("Orders API: $cases cases: ")
String gate = shown[1].strip().readLines()[1]
assert flawed.contains("\n$counts\n$gate\nReport: ")
true
