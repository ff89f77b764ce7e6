package org.liangpai.supervision.api;

/** A reason. */
record ReasonRequest(String reason) {}
