// Runs once, after all builds of invoker.properties.
import groovy.io.FileType
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

String log = new File(basedir, 'build.log').getText('UTF-8')
List<String> runs = ['plain', 'one-class', 'one-case', 'one-tag', 'no-match', 'rerun', 'closed-port', 'malformed', 'suite', 'forks']
List<String> logs = log.split('Scanning for projects').toList().drop(1)
assert logs.size() == runs.size()
Map<String, String> logOf = [runs, logs].transpose().collectEntries()

def file = { String path -> new File(basedir, "target/$path") }
def reportFolder = { String run -> run == 'plain' ? file('naysayer') : file("$run/report") }
def kinds = { String run ->
    new JsonSlurper().parse(new File(reportFolder(run), 'report.json')).cases
            .collectEntries { ["${it.operation} ${it.scenario}".toString(), it.kind] }
}
def xml = { String run, String type -> new XmlSlurper().parse(file("$run/TEST-${type}.xml")) }
def received = { String run -> file("$run-received.txt").with { it.exists() ? it.readLines() : [] } }

String type = 'example.orders.OrdersAuthContractTest'
List<String> scenarios = ['control', 'no-token', 'malformed-token', 'bad-signature', 'expired-token', 'wrong-audience',
        'insufficient-scope']
// What changes data is tried with a good credential once only.
List<String> names = scenarios.collect { "GET-orders-$it".toString() } + 'GET-orders-control-after' +
        scenarios.collect { "POST-orders-$it".toString() } +
        ['status-same-across-operations', 'shape-same-across-operations', 'challenged-scope-suffices', 'every-answer'].collect { "comparison-$it".toString() }

def counts = { String run, String name, List<String> expectedNames, int failures, String classname = name ->
    def suite = xml(run, name)
    assert suite.@name == name
    assert suite.testcase*.@name*.text() == expectedNames: "names in Surefire's XML of $run"
    assert suite.testcase*.@classname*.text().unique() == [classname]
    assert [suite.@tests, suite.@failures, suite.@errors, suite.@skipped]*.text()*.toInteger() ==
            [expectedNames.size(), failures, 0, 0]: "counts in Surefire's XML of $run"
    assert logOf[run].contains("Tests run: ${expectedNames.size()}, Failures: $failures, Errors: 0, Skipped: 0\n")
}
def saysReport = { String run, String counted ->
    def said = logOf[run] =~ /(?m)^Orders API: (.*)\nGate fail-on must: (?:kept|BROKEN), .*\nReport: (.*)$/
    assert said && said[0][1] == counted
    assert new File(said[0][2]).length() > 0 && said[0][2].endsWith(reportFolder(run).toPath().resolve('index.html').toString().substring(basedir.path.length()))
}

// What a user types.
counts('plain', type, names, 0)
saysReport('plain', '15 cases: 15 conforming; 4 comparisons: 4 conforming')
assert kinds('plain').size() == 15
assert kinds('plain').values() as Set == ['CONFORMING'] as Set
assert received('plain').size() == 15: 'one request per case, none for comparisons'

// What a user picks.
counts('one-class', type, names, 0)
counts('one-case', type, ['GET-orders-expired-token'], 0)
saysReport('one-case', '1 case: 1 conforming')
assert received('one-case').size() == 2: 'the case and its control'
counts('one-tag', type, ['GET-orders-expired-token', 'POST-orders-expired-token'], 0)
assert logOf['no-match'].contains("no case of $type is left by the filter")
assert received('no-match') == []

// A flaw that stays stays a failure, however often it is tried.
counts('rerun', type, names, 1)
assert logOf['rerun'].contains('BUILD FAILURE') && logOf['rerun'].contains('Run 2:') && !logOf['rerun'].contains('Flake')
assert xml('rerun', type).testcase.findAll { it.failure.size() > 0 }*.@name*.text() == ['GET-orders-expired-token']
saysReport('rerun', '15 cases: 14 conforming, 1 violation; 4 comparisons: 4 conforming')
assert kinds('rerun').findAll { it.value != 'CONFORMING' } == ['GET /orders expired-token': 'VIOLATION']
String failure = '''\
dev.naysayer.engine.junit.ContractFailure: 
Orders API › GET /orders › expired-token broke 1 of 32 rules
  presented  a token that expired longer ago than the API's leeway
  sent       GET http://localhost:8080/orders
             Authorization: Bearer ***redacted***

[challenge-follows-401] MUST, RFC 9110 section 15.5.2
  expected  a WWW-Authenticate field with a challenge
  actual    no WWW-Authenticate
  because   '''
assert logOf['rerun'].replaceAll('http://127\\.0\\.0\\.1:\\d+', 'http://localhost:8080').contains(failure)
assert logOf['rerun'].contains('\tat Orders API.expired-token(orders.auth.yaml:19)\n')

// Nobody there: never green, and the reason at each case.
// What has no answers cannot be compared.
counts('closed-port', type, names, 19)
saysReport('closed-port', '15 cases: 15 inconclusive; 4 comparisons: 4 inconclusive; 1 case at a further try')
assert kinds('closed-port').size() == 15
assert kinds('closed-port').values() as Set == ['INCONCLUSIVE'] as Set
scenarios.each { scenario ->
    assert logOf['closed-port'].readLines().count {
        it.contains("› $scenario is inconclusive: ") && it.startsWith('dev.naysayer') &&
                (it.contains('connection refused by http://127.0.0.1:1') || it.endsWith('the host does not answer, see POST /orders › control'))
    } == 2
}
assert received('closed-port') == []

// Three mistakes: all are said, nothing is sent.
assert logOf['malformed'].contains('BUILD FAILURE')
["malformed.auth.yaml:8:19: unknown key 'scop'\n" +
        "  |   - GET /orders: {scop: orders:read}\n" +
        "  |                   ^ did you mean 'scope'?\n",
        "malformed.auth.yaml:11:18: the file 'schemas/absent.schema.json' cannot be read\n" +
        "  |   body: {schema: schemas/absent.schema.json}\n" +
        "  |                  ^ ",
        "malformed.auth.yaml:13:23: unknown scenario 'expired-tokn'\n" +
        "  | scenarios: [no-token, expired-tokn]\n" +
        "  |                       ^ did you mean 'expired-token'?\n"].each { assert logOf['malformed'].contains(it) }
assert received('malformed') == []
def malformed = new JsonSlurper().parse(new File(reportFolder('malformed'), 'report.json'))
assert malformed.cases == [] && malformed.run.missing == ['malformed.auth.yaml']

// Without an annotated class nothing is lost either; the cases go under the file then.
List<String> sessionNames = ['control', 'no-token', 'expired-token', 'insufficient-scope', 'control-after'].collect { "GET-orders-$it".toString() } +
        ['comparison-challenged-scope-suffices', 'comparison-every-answer']
counts('suite', 'example.orders.OrdersSuite', sessionNames, 0, 'session.auth.yaml')
saysReport('suite', '5 cases: 5 conforming; 2 comparisons: 2 conforming')
assert kinds('suite').size() == 5
assert received('suite').size() == 5

// Whatever number of processes ran them, all suites are in the report, and it is finished.
def forks = new JsonSlurper().parse(new File(reportFolder('forks'), 'report.json'))
assert forks.suites*.'class' as Set == ['example.orders.OrdersAuthContractTest', 'example.orders.OrdersAgainAuthContract'] as Set
assert forks.suites*.file as Set == ['orders.auth.yaml'] as Set
assert forks.cases.size() == 30 && forks.cases*.kind as Set == ['CONFORMING'] as Set
assert forks.run.processes*.state == ['ENDED', 'ENDED'] && forks.run.finished
assert new File(reportFolder('forks'), 'index.html').getText('UTF-8').contains(forks.run.stamp)

// No secret leaves the API that received it: no token, no part of one, no part of the private key.
List<String> presented = file('secrets.txt').readLines()*.replaceFirst(/^\S+ +/, '')
Set<String> secrets = presented.collectMany { [it] + it.split(/\./).toList() }.findAll { it.length() >= 8 } as Set
// What every token of a key has, such as its header, tells nothing; ten characters in a row of anything else would.
Set<String> runsOfTen = presented.collectMany { it.count('.') == 2 ? it.split(/\./).drop(1).toList() : [it] }
        .collectMany { part -> part.length() < 10 ? [] : (0..part.length() - 10).collect { at -> part.substring(at, at + 10) } } as Set
assert presented.size() > 80 && secrets.size() > 60: 'the API recorded what it received'
List<File> published = [new File(basedir, 'build.log')]
file('').eachFileRecurse(FileType.FILES) {
    if (it.name ==~ /TEST-.*\.xml|example\..*\.txt|report\.json|index\.html|.*\.jsonl|.*\.dump(stream)?/) {
        published << it
    }
}
assert published.count { it.name == 'report.json' } == runs.size() && published.count { it.name.endsWith('.xml') } == 11
published.each { shown ->
    String text = shown.getText('UTF-8')
    int leaks = secrets.count { text.contains(it) } +
            (0..Math.max(0, text.length() - 10)).count { runsOfTen.contains(text.substring(it, Math.min(it + 10, text.length()))) }
    assert leaks == 0: "$shown.name shows secrets"
}
true
