// Runs once, after the build of invoker.properties.
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

// What was written beside the suite, imports and all.
List<String> added = []
basedir.eachFileRecurse { file ->
    String path = basedir.toPath().relativize(file.toPath())
    if (path =~ /^(src\b.*\.(java|properties)|pom\.xml)$/) {
        boolean ours = false
        file.readLines('UTF-8').each { line ->
            boolean mark = line.contains('until here') || line =~ /^\s*(\/\/|#|<!--) added( -->)?$/
            ours = mark ? !line.contains('until here') : ours
            if (ours && !mark && line.strip()) {
                added << line.strip()
            }
        }
    }
}
assert added.size() <= 10: "lines added: $added"
assert added.any { it.contains('@AuthContract') } && added.any { it.contains('${naysayer.issuer}') } && added.any { it.contains('naysayer-reports') }

def tests = { String name -> new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-example.orders.${name}.xml")).testcase }
def red = { String name -> tests(name).findAll { it.failure.size() + it.error.size() > 0 }*.@name*.text() }
List<String> names = ['control', 'no-token', 'malformed-token', 'bad-signature', 'expired-token', 'wrong-audience', 'insufficient-scope', 'control-after']
        .collect { "GET-orders-$it".toString() }

// The class is told of once, with its own test and with its suite.
assert tests('OrdersTest')*.@name*.text().containsAll(names + 'nobody_sees_orders_without_a_token')
assert red('OrdersTest') == []
assert red('CarelessAuthContractTest') == ['GET-orders-expired-token', 'GET-orders-wrong-audience']

// The same of the report: both are asked, one of them below its path.
Map report = new JsonSlurper().parse(new File(basedir, 'target/naysayer/report.json'), 'UTF-8')
Map<String, List> cases = report.cases.groupBy { report.suites[it.suite].target.endsWith('/shop') ? 'careless' : 'right' }
assert cases.right*.kind.unique() == ['CONFORMING']
assert cases.careless.findAll { it.kind != 'CONFORMING' }.collectEntries { [it.scenario, it.kind] } ==
        ['expired-token': 'VIOLATION', 'wrong-audience': 'VIOLATION']

// The suite was asked of the context that the class's own test had started, and the other API has one of its own.
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count(' : Started OrdersTest in ') + log.count(' : Started CarelessAuthContractTest in ') == 2
assert log.count(' : Started ') == 2
assert log.contains('expected  a refusal\n  actual    200\n  because   A stolen token works for ever')
true
