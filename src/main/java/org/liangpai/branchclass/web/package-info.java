/** The page of classes. */
package org.liangpai.branchclass.web;
