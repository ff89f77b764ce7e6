/** Measurements that are run by hand: each compares with a rival in the same run. */
package org.liangpai.benchmark;
