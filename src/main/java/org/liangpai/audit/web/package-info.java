/** The page of the audit administrator. */
package org.liangpai.audit.web;
