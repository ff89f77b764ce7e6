/** The pages of supervision. */
package org.liangpai.supervision.web;
