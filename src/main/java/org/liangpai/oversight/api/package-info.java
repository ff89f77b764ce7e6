/** The API of oversight. */
package org.liangpai.oversight.api;
