// Runs once, after the build of invoker.properties: who may gets through, all others are refused, and none is told how to get in.
import groovy.json.JsonSlurper

List<Map> cases = new JsonSlurper().parse(new File(basedir, 'target/naysayer/report.json'), 'UTF-8').cases
assert cases.findAll { it.control }.every { it.kind == 'CONFORMING' }
Map<String, List<String>> broken = cases.findAll { !it.control }
        .collectEntries { [it.scenario, it.findings*.rule] }
assert broken == ['no-token', 'malformed-token', 'bad-signature', 'expired-token'].collectEntries { [it, ['challenge-follows-401']] }
true
