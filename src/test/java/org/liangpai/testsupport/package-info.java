/** What tests with a running service need: one database, and a clock that they can set. */
package org.liangpai.testsupport;
