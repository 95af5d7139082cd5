package dev.naysayer.engine.credential.source;

import java.util.Map;

/**
 * A request that ends a log-in.
 *
 * @param request the request
 * @param keep what it says of the log-in's last answer, by name
 */
record Logout(LoginRequest request, Map<String, AnswerPlace> keep) {}
