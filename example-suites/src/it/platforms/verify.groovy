// Runs once, after the build of all cells that prebuild.groovy wrote down.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

List<Map> cells = new JsonSlurper().parse(new File(basedir, 'cells.json'), 'UTF-8')
String log = new File(basedir, 'build.log').getText('UTF-8')
String type = 'example.orders.OrdersAuthContractTest'
List<String> names = ['control', 'no-token', 'bad-signature', 'expired-token', 'revoked-token', 'control-after']
        .collect { "GET-orders-$it".toString() } + 'comparison-every-answer'
List<String> red = ['GET-orders-bad-signature', 'GET-orders-expired-token']
Map<String, String> right = ['control', 'no-token', 'bad-signature', 'expired-token', 'control-after'].collectEntries { [it, 'CONFORMING'] } +
        ['revoked-token': 'NOT_OBTAINABLE']
Map<String, String> flawed = right + ['bad-signature': 'INCONCLUSIVE', 'expired-token': 'VIOLATION']
String inconclusive = 'Orders API › GET /orders › bad-signature is inconclusive: 503: the API is not available'
String violation = '''\
Orders API › GET /orders › expired-token broke 1 of 32 rules
  presented  a token that expired longer ago than the API's leeway
  sent       GET http://localhost:8080/orders
             Authorization: Bearer ***redacted***

[challenge-follows-401] MUST, RFC 9110 section 15.5.2
  expected  a WWW-Authenticate field with a challenge
  actual    no WWW-Authenticate
'''

// What Maven said of each run of each cell, by the line that it begins with.
def begins = log =~ /(?m)^\[INFO\] --- (?:maven-)?(\w+)(?:-maven)?(?:-plugin)?:(\S+):\S+ \((\S+)\) @ (\S+) ---$/
List<Map> runs = []
while (begins.find()) {
    runs << [plugin: begins.group(1), version: begins.group(2), id: begins.group(3), cell: begins.group(4), at: begins.start()]
}
int summary = log.indexOf('Reactor Summary')
runs.eachWithIndex { run, index -> run.log = log.substring(run.at, index + 1 < runs.size() ? runs[index + 1].at : summary)
        .replaceAll('http://127\\.0\\.0\\.1:\\d+', 'http://localhost:8080') }

cells.each { cell ->
    File folder = new File(basedir, cell.name)
    String plugin = cell.kind in ['surefire', 'failsafe'] ? cell.kind : 'exec'
    def run = { String id ->
        def found = runs.find { it.cell == cell.name && it.id == id && it.plugin == plugin }
        assert found: "$cell.name did not come to '$id'"
        found
    }
    def failedAt = { String goal -> log.contains("$goal on project $cell.name: ") }
    // The last run is the one that has to be red: had an earlier one been, it would not have come to this.
    assert log.substring(summary) =~ /(?m)^\[INFO\] ${java.util.regex.Pattern.quote(cell.name)} \.+ FAILURE/: "$cell.name is green"

    if (cell.says) {
        assert run('default-test').log.contains('Tests run: 0, Failures: 0, Errors: 0, Skipped: 0')
        assert failedAt("$cell.version:test (default-test)")
        assert log.substring(summary).readLines().any { it.startsWith('[ERROR] ') && it.contains(cell.says) }: "$cell.name does not say '$cell.says'"
        return
    }

    assert new File(folder, cell.kind == 'launcher' ? 'default-test/target/junit-version.txt' : 'target/junit-version.txt').text == cell.junit
    def kinds = { String report ->
        new JsonSlurper().parse(new File(folder, "$report/report.json"), 'UTF-8').cases.collectEntries { [it.scenario, it.kind] }
    }
    def finished = { String report -> assert new File(folder, "$report/index.html").length() > 0 }
    Map<String, String> reports = cell.kind == 'launcher'
            ? ['default-test': 'default-test/build/naysayer', flawed: 'flawed/build/naysayer']
            : ['default-test': 'target/naysayer', flawed: 'target/flawed/report']
    assert kinds(reports['default-test']) == right: cell.name
    assert kinds(reports.flawed) == flawed: cell.name
    reports.values().each(finished)
    assert run('flawed').log.contains(inconclusive) && run('flawed').log.contains(violation): cell.name

    if (cell.kind == 'launcher') {
        assert run('default-test').log.contains('all: found 8, succeeded 7, failed 0, skipped 0, aborted 1\n')
        assert run('flawed').log.contains('all: found 8, succeeded 5, failed 2, skipped 0, aborted 1\n')
        // By unique id: these two, with what they need, and nothing else.
        assert run('flawed').log.contains('again: found 2, succeeded 0, failed 2, skipped 0, aborted 0\n')
        assert failedAt('exec (flawed)')
        return
    }

    def xml = { String id, String name -> new XmlSlurper().parse(new File(folder, "target/$id/TEST-${name}.xml")) }
    def counted = { suite -> [suite.@tests, suite.@failures, suite.@errors, suite.@skipped]*.text()*.toInteger() }
    if (cell.kind == 'consolelauncher') {
        // JUnit's own XML knows engines only, and display names.
        assert counted(xml('default-test', 'auth-contract')) == [7, 0, 0, 1]
        assert counted(xml('flawed', 'auth-contract')) == [7, 2, 0, 1]
        assert counted(xml('default-test', 'junit-jupiter')) == [1, 0, 0, 0]
        assert counted(xml('one-case', 'auth-contract')) == [1, 0, 0, 0]
        assert xml('default-test', 'auth-contract').testcase*.@name*.text().unique().size() == 7
        assert kinds('target/one-case/report') == ['expired-token': 'CONFORMING']
        assert failedAt('exec (flawed)')
        return
    }

    assert run('default-test').version == cell.version
    def tells = { String id, List<String> expected, List<Integer> counts ->
        def suite = xml(id, type)
        assert suite.testcase*.@name*.text() == expected: "names of $id in $cell.name"
        assert suite.testcase*.@classname*.text().unique() == [type]: "class name of $id in $cell.name"
        assert [suite.testcase.size()] + ['failure', 'error', 'skipped'].collect { kind -> suite.testcase.findAll { it[kind].size() > 0 }.size() } ==
                counts: "tests of $id in $cell.name"
        // Where tests were run again, the head counts nothing but the last time, before Surefire 3.5.6.
        assert id == 'flawed' || counted(suite) == counts: "counts of $id in $cell.name"
    }
    tells('default-test', names, [7, 0, 0, 1])
    assert run('default-test').log.contains('Tests run: 8, Failures: 0, Errors: 0, Skipped: 1')
    tells('one-case', ['GET-orders-expired-token'], [1, 0, 0, 0])
    assert kinds('target/one-case/report') == ['expired-token': 'CONFORMING']
    assert run('no-match').log.contains('Tests run: 1, Failures: 0, Errors: 1, Skipped: 0\n'): "'no-match' is green in $cell.name"
    assert run('no-match').log.contains("no case of $type is left by the filter"): cell.name
    assert kinds('target/no-match/report') == [:]: cell.name
    tells('flawed', names, [7, 2, 0, 1])
    assert run('flawed').log.contains('Tests run: 8, Failures: 2, Errors: 0, Skipped: 1')
    assert xml('flawed', type).testcase.findAll { it.failure.size() > 0 }*.@name*.text() == red: cell.name
    red.each { assert run('flawed').log.contains("$type.$it\n") }
    assert run('flawed').log.count('Run 2:') == 2 && !run('flawed').log.contains('Flake'): 'what stays a failure is one, however often it is tried'
    assert failedAt(cell.kind == 'failsafe' ? 'verify (judge-flawed)' : "$cell.version:test (flawed)")
}
assert !cells.empty
true
