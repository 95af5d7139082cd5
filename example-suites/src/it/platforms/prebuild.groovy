// Writes a project for each cell of the tables in docs/junit.md that is to run, and what verify.groovy should expect of it.
import groovy.json.JsonOutput

File repository = new File(basedir, '../../../..')
List<List<List<String>>> tables = []
boolean inTable = false
new File(repository, 'docs/junit.md').eachLine('UTF-8') { line ->
    if (line.startsWith('|') && !inTable) {
        tables << []
    }
    inTable = line.startsWith('|')
    if (inTable && !line.startsWith('|---')) {
        tables.last() << line.split(/\|/, -1).toList()[1..-2]*.strip()*.replace('`', '')
    }
}
assert tables.size() == 3

List<Map> cells = []
def add = { String when, Map cell ->
    assert when in ['', 'always', 'yes']: "docs/junit.md says '$when' of $cell"
    if (when == 'always' || (when == 'yes' && all == 'true')) {
        cells << cell
    }
}

// Each JUnit by each runner.
List<String> runners = tables[0][0].drop(1)
tables[0].drop(1).each { row ->
    runners.eachWithIndex { runner, at ->
        def (String kind, String version) = (runner.toLowerCase() + ' ').split(' ', -1).toList()
        String name = version ? "junit-${row[0]}-$kind-$version" : "junit-${row[0]}-$kind"
        add(row[at + 1], [name: name, kind: kind, version: version, junit: row[0], bom: "org.junit:junit-bom:${row[0]}"])
    }
}
// As others bring it.
tables[1].drop(1).each { row ->
    def (String how, String what) = row[0].split(' ').toList()
    add(row[4], [name: "${what.split(':')[1]}-${row[1]}", kind: 'surefire', version: row[3], junit: row[2], (how): "$what:${row[1]}"])
}
// Where it has to be red.
tables[2].drop(1).each { row ->
    add(row[5], [name: "no-${row[3] ? row[3].split(':').drop(1).join('-') : 'surefire-' + row[2]}", kind: 'surefire', version: row[2],
            junit: row[1], bom: "org.junit:junit-bom:${row[1]}", pinned: row[3], says: row[4]])
}
assert cells*.name.unique().size() == cells.size()

def artifact = { String gav, String rest ->
    def (String group, String id, String version) = gav.split(':').toList() + [null]
    "<groupId>$group</groupId><artifactId>$id</artifactId>${version ? "<version>$version</version>" : ''}$rest"
}
def dependency = { String gav, String rest -> "<dependency>${artifact(gav, rest)}</dependency>" }
def test = { String gav -> dependency(gav, '<scope>test</scope>') }
def properties = { Map it -> it.collect { key, value -> "<$key>$value</$key>" }.join() }
Map flaws = ['silent.about': 'expired', 'busy.about': 'signature']
// A short run: the second compiler would cost more than it gives.
List<String> short_run = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

// Surefire and Failsafe: the same runs, each with files of its own.
def maven = { Map cell ->
    String goal = cell.kind == 'failsafe' ? 'integration-test' : 'test'
    def summary = { String id -> cell.kind == 'failsafe' ? "<summaryFile>\${project.build.directory}/$id-summary.xml</summaryFile>" : '' }
    def run = { String id, String configuration, Map system ->
        Map all = id == 'default-test' ? system : system + [run: id, 'naysayer.report-directory': "target/$id/report"]
        """<execution><id>$id</id><phase>test</phase><goals><goal>$goal</goal></goals><configuration>
            <reportsDirectory>\${project.build.directory}/$id</reportsDirectory>
            <systemPropertyVariables>${properties(all)}</systemPropertyVariables>${summary(id)}$configuration</configuration></execution>"""
    }
    // Failsafe judges in a goal of its own.
    def judge = { String id -> cell.kind == 'failsafe' ? """<execution><id>judge-$id</id><phase>test</phase><goals><goal>verify</goal></goals>
            <configuration>${summary(id)}</configuration></execution>""" : '' }
    String included = cell.kind == 'failsafe' ? '<includes><include>**/*Test.java</include></includes>' : ''
    String runs = run('default-test', '', [:]) + judge('default-test')
    if (!cell.says) {
        runs += run('one-case', '<test>OrdersAuthContractTest#GET-orders-expired-token</test>', [:]) + judge('one-case') +
                run('no-match', '<test>OrdersAuthContractTest#nope</test><testFailureIgnore>true</testFailureIgnore>', [:]) +
                run('flawed', '<rerunFailingTestsCount>1</rerunFailingTestsCount>', flaws) + judge('flawed')
    }
    String version = cell.parent ? '' : "<version>$cell.version</version>"
    String none = cell.kind == 'failsafe' ? '''<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-surefire-plugin</artifactId>
        <version>3.6.1</version><configuration><skip>true</skip></configuration></plugin>''' : ''
    """$none<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-$cell.kind-plugin</artifactId>$version
        <configuration><argLine>${short_run.join(' ')}</argLine>$included</configuration><executions>$runs</executions></plugin>"""
}

// Processes that are no build tool's.
def processes = { Map cell, List<Map> runs ->
    String executions = runs.collect { run ->
        List<String> arguments = short_run + run.system.collect { key, value -> "-D$key=$value" } + ['-classpath', null] + run.arguments
        """<execution><id>$run.id</id><phase>test</phase><goals><goal>exec</goal></goals><configuration>
            <executable>java</executable><classpathScope>test</classpathScope><workingDirectory>\${project.basedir}/$run.folder</workingDirectory>
            <arguments>${arguments.collect { it == null ? '<classpath/>' : "<argument>$it</argument>" }.join()}</arguments>
            </configuration></execution>"""
    }.join()
    """<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-surefire-plugin</artifactId>
        <version>3.6.1</version><configuration><skip>true</skip></configuration></plugin>
        <plugin><groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId><version>3.6.4</version>
        <executions>$executions</executions></plugin>"""
}
def console = { Map cell ->
    def run = { String id, List<String> selected, Map system ->
        String report = id == 'default-test' ? 'target/naysayer' : "target/$id/report"
        [id: id, folder: '.', system: system + [run: id, 'naysayer.report-directory': report], arguments:
                ['org.junit.platform.console.ConsoleLauncher', 'execute', '--select-package=example.orders', "--reports-dir=target/$id".toString(),
                 '--disable-banner', '--disable-ansi-colors'] + selected]
    }
    processes(cell, [run('default-test', [], [:]), run('one-case', ['--include-tag=expired-token'], [:]), run('flawed', [], flaws)])
}
// As Gradle starts it, in a folder of Gradle's.
def launcher = { Map cell ->
    def run = { String id, Map system -> [id: id, folder: id, system: system + [run: id], arguments: ['example.orders.PlainLauncher']] }
    processes(cell, [run('default-test', [:]), run('flawed', flaws + ['org.gradle.test.worker': 'Gradle Test Executor 1'])])
}

File sources = new File(basedir, 'project')
File api = new File(repository, 'example-suites/src/it/orders')
def copy = { File from, File to, String path ->
    File target = new File(to, path)
    target.parentFile.mkdirs()
    target.bytes = new File(from, path).bytes
}
cells.each { cell ->
    File folder = new File(basedir, cell.name)
    ['OrdersAuthContractTest', 'PlatformTest'].each { copy(sources, folder, "src/test/java/example/orders/${it}.java") }
    copy(sources, folder, 'src/test/resources/example/orders/orders.auth.yaml')
    ['OrdersTarget', 'Refusal', 'TokenCheck'].each { copy(api, folder, "src/test/java/example/orders/${it}.java") }
    copy(api, folder, 'src/test/resources/example/orders/schemas/problem.schema.json')
    String tests = cell.parent ? 'org.springframework.boot:spring-boot-starter-test' : 'org.junit.jupiter:junit-jupiter'
    List<String> dependencies = [cell.dependency ?: tests]
    // Where a project gives one of JUnit's jars a version of its own.
    if (cell.pinned) {
        dependencies << cell.pinned
    }
    if (cell.kind == 'launcher') {
        copy(new File(basedir, 'launcher'), folder, 'src/test/java/example/orders/PlainLauncher.java')
        dependencies << 'org.junit.platform:junit-platform-launcher'
        ['default-test', 'flawed'].each { new File(folder, it).mkdirs() }
        new File(folder, 'default-test/build.gradle.kts').text = ''
    }
    if (cell.kind == 'consolelauncher') {
        dependencies << 'org.junit.platform:junit-platform-console'
    }
    String plugins = cell.kind == 'launcher' ? launcher(cell) : cell.kind == 'consolelauncher' ? console(cell) : maven(cell)
    Map parts = [
            name: cell.name,
            naysayer: version,
            parent: cell.parent ? "<parent>${artifact(cell.parent, '<relativePath/>')}</parent>" : '',
            managed: [cell.bom, cell.BOM].findAll().collect { dependency(it, '<type>pom</type><scope>import</scope>') }.join(),
            dependencies: dependencies.collect(test).join(),
            plugins: plugins]
    String pom = new File(basedir, 'cell.xml').getText('UTF-8')
    parts.each { key, value -> pom = pom.replace("{$key}".toString(), value) }
    new File(folder, 'pom.xml').setText(pom, 'UTF-8')
}
new File(basedir, 'cells.json').setText(JsonOutput.toJson(cells), 'UTF-8')
File reactor = new File(basedir, 'pom.xml')
reactor.text = reactor.text.replace('  </modules>', cells.collect { "    <module>${it.name}</module>\n" }.join() + '  </modules>')
true
