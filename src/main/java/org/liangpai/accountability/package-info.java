/** Accountability (问责): proposals of the service with their grounds, and what people decide. */
package org.liangpai.accountability;
