// A build of several modules ends with one report, by the one line of its parent.
import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/naysayer/report.json'))
assert report.suites*.name == ['Orders API', 'Billing API']
assert report.suites*.directory.collect { new File(it).name } == ['orders', 'billing']
assert report.suites.every { it.digest ==~ /[0-9a-f]{64}/ }
assert report.cases*.kind as Set == ['INCONCLUSIVE'] as Set
assert report.run.processes*.state == ['ENDED', 'ENDED'] && report.run.finished
assert new File(basedir, 'target/naysayer/index.html').getText('UTF-8').contains(report.run.stamp)
assert !new File(basedir, 'orders/target/naysayer').exists() && !new File(basedir, 'billing/target/naysayer').exists()

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.readLines().count { it.startsWith('Report: ') && it.endsWith("modules${File.separator}target${File.separator}naysayer${File.separator}index.html") } == 2
true
