/** Signing in, the own account, and the pages of those who keep accounts and posts. */
package org.liangpai.account.web;
