/** The page of imports. */
package org.liangpai.intake.web;
