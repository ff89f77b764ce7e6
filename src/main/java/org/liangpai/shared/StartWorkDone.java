package org.liangpai.shared;

/**
 * The service has started, and what is done beside the first start, such as the sample city, is
 * done as well. Who makes up for what the service missed while it was down begins now.
 */
public record StartWorkDone() {}
