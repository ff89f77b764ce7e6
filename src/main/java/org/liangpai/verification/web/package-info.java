/** The pages of verification. */
package org.liangpai.verification.web;
