// All but the pom is the project of Spring Boot 3.
File other = new File(basedir, '../../../src/it/spring-boot-3')
new File(other, 'src').eachFileRecurse { file ->
    if (file.isFile()) {
        File copy = new File(basedir, other.toPath().relativize(file.toPath()).toString())
        copy.parentFile.mkdirs()
        copy.bytes = file.bytes
    }
}
true
