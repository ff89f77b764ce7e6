/** The pages as a browser gets them: one by one over HTTP, and all of them through one job. */
package org.liangpai.pages;
