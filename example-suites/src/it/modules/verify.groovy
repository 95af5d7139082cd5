// Runs once, after both builds of invoker.properties. A build of several modules ends with one report, by the one line of its parent.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

List<String> logs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').toList().drop(1)
assert logs.size() == 2
def (String all, String fast) = logs

def report = new JsonSlurper().parse(new File(basedir, 'target/naysayer/report.json'))
assert report.suites*.name == ['Orders API', 'Billing API']
assert report.suites*.directory.collect { new File(it).name } == ['orders', 'billing']
assert report.suites.every { it.digest ==~ /[0-9a-f]{64}/ }
assert report.cases*.kind as Set == ['INCONCLUSIVE'] as Set
assert report.run.processes*.state == ['ENDED', 'ENDED'] && report.run.finished
assert new File(basedir, 'target/naysayer/index.html').getText('UTF-8').contains(report.run.stamp)
assert !new File(basedir, 'orders/target/naysayer').exists() && !new File(basedir, 'billing/target/naysayer').exists()
assert all.readLines().count { it.startsWith('Report: ') && it.endsWith("modules${File.separator}target${File.separator}naysayer${File.separator}index.html") } == 2

// A variable that is not set fails the class that needs it, and no other of its module.
assert report.run.missing == ['keyed.auth.yaml']
def counted = { String module, String name ->
    def suite = new XmlSlurper().parse(new File(basedir, "$module/target/surefire-reports/TEST-${name}.xml"))
    [suite.@tests, suite.@failures, suite.@errors]*.text()*.toInteger()
}

// Of a group that no contract has, contracts are silent.
assert fast.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0\n') && fast.contains('BUILD SUCCESS')
assert !fast.contains('AuthContractTest') && !fast.contains('Report: ')
true
