/** Tests of the sample city, and a writer of its files. */
package org.liangpai.sample;
