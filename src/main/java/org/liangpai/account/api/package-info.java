/** Signing in to the API, and accounts and posts as resources. */
package org.liangpai.account.api;
