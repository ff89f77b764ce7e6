/** The API of findings and their verification. */
package org.liangpai.verification.api;
