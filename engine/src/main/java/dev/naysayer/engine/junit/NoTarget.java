package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.ContractTarget;

/** Stands for "none", since an annotation cannot hold null. */
abstract class NoTarget implements ContractTarget {}
