// What comes along is what docs/inherited.md says: whoever adds a library sees in a diff what it costs users.
import groovy.xml.XmlSlurper

File repository = new File(basedir, '../../../..')
File page = new File(repository, 'docs/inherited.md')
File local = new File(basedir, '../../local-repo')

def fileOf = { String group, String id, String version, String type ->
    new File(local, "${group.replace('.', '/')}/$id/$version/$id-${version}.$type")
}

// Each allowed licence by all its names, as the release profile has them.
Map<String, String> allowed = [:]
new XmlSlurper().parse(new File(repository, 'pom.xml')).'**'.findAll { it.name() == 'licenseMerge' }.each {
    List<String> names = it.text().split(/\|/).toList()
    names.each { name -> allowed[name] = names[0] }
}
assert allowed

// A pom without licences has those of its parent.
def licences
licences = { String group, String id, String version ->
    def pom = new XmlSlurper().parse(fileOf(group, id, version, 'pom'))
    List<String> names = pom.licenses.license.collect { it.name.text().strip().replaceAll(/\s+/, ' ') }
    if (!names && !pom.parent.isEmpty()) {
        return licences(pom.parent.groupId.text(), pom.parent.artifactId.text(), pom.parent.version.text())
    }
    assert names && names.any { allowed[it] }: "$group:$id:$version is under ${names ?: 'no licence'}; allowed are ${allowed.values().unique()}"
    names.collect { allowed[it] }.findAll().unique().join(' or ')
}

List<String> above = []
List<String> rows = []
long bytes = 0
new File(basedir, 'target/tree.txt').readLines('UTF-8').drop(1).each { line ->
    def found = line =~ /^((?:[|] {2}| {3})*)[+\\]- ([^:]+):([^:]+):jar:([^:]+):[a-z]+$/
    assert found: "a line of the tree that nobody expects: $line"
    def (String indent, String group, String id, String version) = found[0].drop(1)
    above = above.take(indent.length().intdiv(3)) + id
    // Ours are of another size with each change.
    if (group != 'dev.naysayer') {
        long size = fileOf(group, id, version, 'jar').length()
        assert size > 0
        bytes += size
        rows << "| `$group:$id` | $version | ${Math.round(size / 1024d)} | ${licences(group, id, version)} | `${above[-2]}` |".toString()
    }
}

String table = """
${rows.size()} libraries of others, ${String.format(Locale.ROOT, '%.1f', bytes / 1024d / 1024d)} MiB:

| library | version | KiB | licence | comes by |
|---|---|---|---|---|
${rows.sort().join('\n')}

"""
String text = page.getText('UTF-8')
String wanted = text.replaceAll(/(?s)(?<=<!-- inherited -->\n).*?(?=<!-- end -->)/) { table }
if (Boolean.getBoolean('tests.write-pages')) {
    page.setText(wanted, 'UTF-8')
}
else {
    List<String> more = wanted.readLines() - text.readLines()
    List<String> less = text.readLines() - wanted.readLines()
    assert more + less == []: "users inherit $more in place of $less; CONTRIBUTING.md says how docs/inherited.md is written anew"
}
true
