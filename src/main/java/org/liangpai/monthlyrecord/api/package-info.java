/** The REST resource of monthly records: read, draft, return. */
package org.liangpai.monthlyrecord.api;
