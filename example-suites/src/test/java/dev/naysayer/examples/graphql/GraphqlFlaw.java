package dev.naysayer.examples.graphql;

/** What is wrong with a GraphQL API. */
enum GraphqlFlaw {
    /** Nothing. */
    NONE,
    /** A refused field makes the whole answer a 403, and its data comes along. */
    DATA_WITH_403,
    /** The filter before GraphQL writes problem details, below the media type that a converter sets. */
    PROBLEM_LABELLED_AS_GRAPHQL,
    /** Errors are formatted by somebody who drops their path. */
    NO_PATH,
    /** Errors have a message and nothing else. */
    NO_CODE,
    /** Strangers have a schema of their own, and are told that the field is not in it. */
    SCHEMA_BY_ROLE,
    /** The document is validated before anybody looks at the credential. */
    VALIDATED_FIRST,
    /** Introspection is served by a handler of its own. */
    INTROSPECTION_OPEN,
    /** The credential is looked at where a body is an object. */
    BATCH_UNCHECKED,
    /** The credential is looked at where the method is POST. */
    GET_UNCHECKED,
    /** The scope is looked at by nobody. */
    FIELD_UNCHECKED,
    /** A filter searches the document for what it knows, and refuses the whole request. */
    DOCUMENT_READ_BY_A_FILTER,
    /** Whatever is asked for by GET is done. */
    MUTATION_BY_GET,
    /** What is JSON is read as JSON, whatever it is called and whoever sends it. */
    TEXT_TAKEN
}
