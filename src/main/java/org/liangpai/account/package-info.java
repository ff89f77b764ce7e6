/** Accounts (账号), the posts (岗位) that they hold, and how people sign in. */
package org.liangpai.account;
