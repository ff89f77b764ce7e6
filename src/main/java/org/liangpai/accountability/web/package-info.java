/** The pages of accountability. */
package org.liangpai.accountability.web;
