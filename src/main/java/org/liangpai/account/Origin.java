package org.liangpai.account;

/**
 * From where a request comes.
 *
 * @param address the network address
 * @param agent what the browser calls itself, or {@code null}
 */
public record Origin(String address, String agent) {}
