/** Classes of branches (先进、达标、后进), derived each quarter by standards, never from uploads. */
package org.liangpai.branchclass;
