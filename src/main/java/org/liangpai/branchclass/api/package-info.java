/** The API of classes. */
package org.liangpai.branchclass.api;
