/**
 * The key of the service, which lies outside of the database, and what is sealed or signed by it.
 */
package org.liangpai.keys;
