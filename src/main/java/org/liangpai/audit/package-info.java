/** The audit trail (审计记录): every act is one row that can only be added. */
package org.liangpai.audit;
