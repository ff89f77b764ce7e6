/** The audit trail over HTTP, and what is written to it about requests. */
package org.liangpai.audit.api;
