/**
 * The data dictionary: the four tables of the record, their fields, labels and types. Pure values,
 * no framework.
 */
package org.liangpai.dictionary;
