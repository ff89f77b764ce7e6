/** The page of oversight. */
package org.liangpai.oversight.web;
