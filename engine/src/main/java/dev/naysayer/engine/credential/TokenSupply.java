package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;

/** A token source that is ready to give tokens. */
public interface TokenSupply {

    /** The blueprint of a credential that gets through an operation. */
    Blueprint good(Operation operation);

    /** A token that says just this; made once for equal claims. */
    Secret token(TokenClaims claims);
}
