package org.liangpai.verification.api;

/**
 * What a committee says about a finding of its own duty.
 *
 * @param text compulsory
 */
record CommentRequest(String text) {}
