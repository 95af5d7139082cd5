// The same has to come of it.
evaluate(new File(basedir, '../../../src/it/spring-boot-3/verify.groovy'))
