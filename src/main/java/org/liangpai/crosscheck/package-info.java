/** Cross-checks (抽查): a drawn part of what was verified and cleared is checked by another unit. */
package org.liangpai.crosscheck;
