import groovy.json.JsonSlurper

assert new File(basedir, 'target/test-classes/com/example/orders/OrdersContainer.class').exists()
if (new File(basedir, 'runtime.txt').text == 'true') {
    Map<String, String> kinds = new JsonSlurper().parse(new File(basedir, 'target/naysayer/report.json'), 'UTF-8').cases
            .collectEntries { [it.scenario, it.kind] }
    assert kinds == ['control', 'no-token', 'not-base64', 'wrong-password', 'unknown-user', 'control-after'].collectEntries { [it, 'CONFORMING'] }
}
true
