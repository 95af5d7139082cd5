// Skipped with a reason where no container runtime is there: then the example is compiled alone.
boolean there = false
try {
    Process docker = new ProcessBuilder('docker', 'info').redirectErrorStream(true)
            .redirectOutput(new File(basedir, 'docker.log')).start()
    there = docker.waitFor(20, java.util.concurrent.TimeUnit.SECONDS) && docker.exitValue() == 0
    docker.destroyForcibly()
}
catch (IOException e) {
    new File(basedir, 'docker.log').text = e
}
if (!there) {
    println 'No container runtime answers "docker info": the example of Testcontainers is compiled and not run.'
    new File(basedir, '.mvn/maven.config') << '-DskipTests\n'
}
new File(basedir, 'runtime.txt').text = there
true
