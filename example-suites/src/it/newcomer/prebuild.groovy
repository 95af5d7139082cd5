// The API is that of the other project; all else is what the README shows, word for word.
File api = new File(basedir, 'src/test/java/example/orders')
api.mkdirs()
['OrdersTarget', 'Refusal', 'TokenCheck'].each { type ->
    new File(api, "${type}.java").text = new File(basedir, "../../../src/it/orders/src/test/java/example/orders/${type}.java").text
}
true
