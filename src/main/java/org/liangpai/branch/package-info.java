/** The hierarchy of party organisations and the roster of branches (支部名册) with its history. */
package org.liangpai.branch;
